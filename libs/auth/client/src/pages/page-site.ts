import { ProblemException } from '@job-scope/platform-nest';
import type { FastifyInstance, FastifyReply, RouteShorthandOptions } from 'fastify';
import type { AuthServiceAnswer, AuthServiceCall, AuthServiceClient } from '../auth-service-client';
import { cookieHeader } from '../forwarded-headers';
import { failureOf, outageOf, type FormFailure } from './form-failure';
import { visitOf, type Visit } from './visit';

type Answer = FastifyReply | Promise<FastifyReply>;

/** What a form said: each field as one text. */
export type Fields = Readonly<Record<string, string>>;

export type Outcome =
  { readonly ok: true; readonly answer: AuthServiceAnswer } | { readonly ok: false; readonly failure: FormFailure };

const PAGE: RouteShorthandOptions = { config: { accessControl: { open: true } } };
const FORM: RouteShorthandOptions = { config: { accessControl: { open: true }, takesForm: true } };

/** What pages are made with: routes on the server, and auth-service behind them. */
export class PageSite {
  constructor(
    private readonly scope: FastifyInstance,
    private readonly authService: Pick<AuthServiceClient, 'get' | 'post'>,
    private readonly secureCookies: boolean,
  ) {}

  show(path: string, show: (visit: Visit, query: Fields) => Answer): void {
    this.scope.get(path, PAGE, (request, reply) => show(visitOf(request, reply), textsOf(request.query)));
  }

  take(path: string, take: (visit: Visit, fields: Fields) => Answer): void {
    this.scope.post(path, FORM, (request, reply) => take(visitOf(request, reply), textsOf(request.body)));
  }

  /** Has auth-service do what a form asks for. The cookies it gives or takes back are passed on, also when it refuses. */
  async ask({ request, reply, texts }: Visit, call: AuthServiceCall, faults: Fields = {}): Promise<Outcome> {
    try {
      const answer = await this.authService.post(call, request);
      if (answer.setCookies.length > 0) reply.header('set-cookie', [...answer.setCookies]);
      if (answer.status < 300) return { ok: true, answer };
      return { ok: false, failure: failureOf(answer, texts, faults) };
    } catch (error) {
      if (!(error instanceof ProblemException)) throw error;
      return { ok: false, failure: outageOf(error, texts) };
    }
  }

  /** The session a visitor came with. */
  sessionOf({ request }: Visit): Record<string, string> {
    return cookieHeader(request, this.secureCookies, ['access', 'refresh']);
  }

  /** Whether the session that has just been opened is a superuser's; false as well if that cannot be told. */
  async isSuperuser({ request }: Visit, path: string, { setCookies }: AuthServiceAnswer): Promise<boolean> {
    const cookie = setCookies.map((line) => line.split(';', 1)[0]).join('; ');
    const profile = await this.authService.get({ path, headers: { cookie } }, request).catch(() => undefined);
    return (profile?.body as { superuser?: unknown } | undefined)?.superuser === true;
  }
}

/** Of several values of one name the first counts. */
const textsOf = (values: unknown): Fields =>
  Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, String([value].flat()[0] ?? '')]));
