import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, ApiPropertyOptional, ApiResponse, getSchemaPath } from '@nestjs/swagger';

export class ProblemField {
  @ApiProperty({ description: 'RFC 6901 pointer into the body, or to the parameter.', example: '/limit' })
  readonly pointer!: string;

  @ApiProperty({ example: 'must be a whole number from 1 to 100' })
  readonly message!: string;
}

/** RFC 9457. Every answer that is no success has this form. */
export class Problem {
  @ApiProperty({ format: 'uri', example: 'urn:job-scope:problem:validation-failed' })
  readonly type!: string;

  @ApiProperty({ example: 'Bad Request' })
  readonly title!: string;

  @ApiProperty({ type: 'integer', minimum: 400, maximum: 599, example: 400 })
  readonly status!: number;

  @ApiProperty({ description: 'Stable: what programs should look at.', example: 'validation-failed' })
  readonly code!: string;

  @ApiPropertyOptional({ description: 'One sentence for people.' })
  readonly detail?: string;

  @ApiPropertyOptional({
    format: 'uri-reference',
    description: 'The path that was asked; absent if the request could not be read so far.',
  })
  readonly instance?: string;

  @ApiProperty({ description: 'Finds the request in the logs.', pattern: '^[0-9a-f]{32}$' })
  readonly traceId!: string;

  @ApiPropertyOptional({ type: () => [ProblemField], description: 'The fields at fault.' })
  readonly errors?: readonly ProblemField[];
}

/** For `headers` of an answer that is worth another try. */
export const RETRY_AFTER = {
  'Retry-After': { description: 'In how many seconds to try again.', schema: { type: 'integer', minimum: 1 } },
} as const;

/** Documents the codes of the problems with which the route may answer under one status. */
export const ApiProblem = (status: number, ...codes: readonly string[]): ClassDecorator & MethodDecorator =>
  applyDecorators(
    ApiExtraModels(Problem),
    ApiResponse({
      status,
      description: codes.map((code) => `\`${code}\``).join(', '),
      ...(status === 503 && { headers: RETRY_AFTER }),
      content: { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } },
    }),
  );

/** Documents how any route fails: by a defect, or as something that it needs is away. Others of the same status go with it. */
export const ApiServerErrors = (): ClassDecorator & MethodDecorator =>
  applyDecorators(ApiProblem(500, 'internal-error'), ApiProblem(503, 'unavailable'));
