import { breakingChanges, unannounced } from './breaking-changes';
import type { Document } from './document';

/** A document in which there is one of everything that can break. */
const released = (): Mutable => ({
  info: { version: '1.0.0' },
  paths: {
    '/jobs': {
      get: {
        operationId: 'listJobs',
        parameters: [
          { name: 'limit', in: 'query', schema: { type: 'integer', maximum: 100 } },
          { name: 'sort', in: 'query', schema: { type: 'string', enum: ['date', 'salary'] } },
        ],
        responses: {
          200: {
            description: 'A page.',
            headers: { ETag: {} },
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Job' } } },
          },
          404: { description: '`jobs.not-found`' },
        },
      },
      post: {
        operationId: 'createJob',
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/NewJob' } } } },
        responses: { 201: { description: 'Made.' } },
      },
    },
  },
  components: {
    schemas: {
      Job: {
        type: 'object',
        required: ['title', 'parent'],
        properties: {
          title: { type: 'string' },
          parent: { $ref: '#/components/schemas/Job' },
          skills: { type: 'array', items: { type: 'string' } },
          salary: { oneOf: [{ type: 'number' }, { type: 'null' }] },
          state: { type: 'string', enum: ['open'] },
        },
      },
      NewJob: {
        type: 'object',
        required: ['title'],
        properties: { title: { type: ['string', 'null'], minLength: 1 }, note: { type: 'string' } },
      },
    },
  },
});

/** What the types of a document forbid to change, a test changes at will. */
type Mutable = ReturnType<typeof JSON.parse>;

const changed = (change: (document: Mutable) => void): Document => {
  const document = released();
  change(document);
  return document;
};
const get = (document: Mutable) => document.paths['/jobs'].get;
const post = (document: Mutable) => document.paths['/jobs'].post;
const schemas = (document: Mutable) => document.components.schemas;

const BREAKS: readonly (readonly [change: (document: Mutable) => void, says: string])[] = [
  [(d) => delete d.paths['/jobs'].post, 'POST /jobs is gone'],
  [(d) => (get(d).operationId = 'findJobs'), 'GET /jobs: listJobs is now findJobs'],
  [(d) => (get(d).security = [{ bearer: [] }]), 'GET /jobs: wants a login now'],
  [(d) => get(d).parameters.pop(), 'GET /jobs: the parameter sort is gone'],
  [
    (d) => get(d).parameters.push({ name: 'q', in: 'query', required: true }),
    'GET /jobs: the parameter q is now required',
  ],
  [(d) => (get(d).parameters[0].required = true), 'GET /jobs: the parameter limit is now required'],
  [(d) => (get(d).parameters[0].schema.maximum = 50), 'GET /jobs: the parameter limit has a narrower maximum'],
  [(d) => (get(d).parameters[0].schema.minimum = 1), 'GET /jobs: the parameter limit has a narrower minimum'],
  [(d) => (get(d).parameters[1].schema.pattern = '^a'), 'GET /jobs: the parameter sort must match another pattern'],
  [(d) => (get(d).parameters[1].schema.format = 'uuid'), 'GET /jobs: the parameter sort must now be a uuid'],
  [(d) => get(d).parameters[1].schema.enum.pop(), 'GET /jobs: the parameter sort no longer takes "salary"'],
  [(d) => (get(d).parameters[0].schema.enum = [1]), 'GET /jobs: the parameter limit takes only certain values now'],
  [(d) => (get(d).parameters[0].schema.type = 'string'), 'GET /jobs: the parameter limit was integer and is string'],
  [(d) => delete get(d).responses[200], 'GET /jobs: no longer answers 200'],
  [(d) => delete get(d).responses[200].headers, 'GET /jobs: 200 is without the header ETag'],
  [(d) => (get(d).responses[200].content = { 'text/csv': {} }), 'GET /jobs: 200 is no longer application/json'],
  [(d) => delete schemas(d).Job.properties.skills, 'GET /jobs: 200.skills is gone'],
  [(d) => schemas(d).Job.required.shift(), 'GET /jobs: 200.title may now be absent'],
  [
    (d) => (schemas(d).Job.properties.title.type = ['string', 'null']),
    'GET /jobs: 200.title was string and is string|null',
  ],
  [(d) => (schemas(d).Job.properties.skills.items = {}), 'GET /jobs: 200.skills[] was string and is anything'],
  [(d) => schemas(d).Job.properties.salary.oneOf.push({}), 'GET /jobs: 200.salary has other alternatives (oneOf)'],
  [(d) => delete post(d).requestBody, 'POST /jobs: takes no body any more'],
  [(d) => (post(d).requestBody.required = true), 'POST /jobs: a body is now required'],
  [(d) => schemas(d).NewJob.required.push('note'), 'POST /jobs: the body.note is now required'],
  [(d) => delete schemas(d).NewJob.properties.note, 'POST /jobs: the body.note is gone'],
  [
    (d) => (schemas(d).NewJob.properties.title.type = 'string'),
    'POST /jobs: the body.title was string|null and is string',
  ],
  [(d) => (schemas(d).NewJob.additionalProperties = false), 'POST /jobs: the body takes no other properties now'],
];

const HARMLESS: readonly (readonly [title: string, change: (document: Mutable) => void])[] = [
  ['nothing', () => {}],
  ['a new operation', (d) => (d.paths['/people'] = { get: get(d) })],
  ['a new parameter', (d) => get(d).parameters.push({ name: 'q', in: 'query' })],
  ['wider bounds', (d) => (get(d).parameters[0].schema.maximum = 200)],
  ['another value to ask for', (d) => get(d).parameters[1].schema.enum.push('distance')],
  ['another number type to give', (d) => (get(d).parameters[0].schema.type = 'number')],
  ['a failure less', (d) => delete get(d).responses[404]],
  ['a new field of an answer', (d) => (schemas(d).Job.properties.id = { type: 'string' })],
  ['a new value in an answer', (d) => schemas(d).Job.properties.state.enum.push('closed')],
  ['a field that is now always there', (d) => schemas(d).Job.required.push('skills')],
  ['a field of a body that may now be left out', (d) => schemas(d).NewJob.required.pop()],
  ['a new optional field of a body', (d) => (schemas(d).NewJob.properties.area = { type: 'string' })],
];

describe('breaking changes of the API', () => {
  it.each(BREAKS.map(([change, says]) => ({ change, says })))('are seen: $says', ({ change, says }) => {
    expect(breakingChanges(released(), changed(change))).toEqual([says]);
  });

  it.each(HARMLESS)('are not: %s', (_title, change) => {
    expect(breakingChanges(released(), changed(change))).toEqual([]);
  });

  it('pass only with a higher major version and a note of it', () => {
    const [broken, raised] = ['1.1.0', '2.0.0'].map((version) =>
      changed((document) => {
        document.info.version = version;
        delete document.paths['/jobs'].post;
      }),
    ) as [Document, Document];
    const refused = ['POST /jobs is gone'];

    expect(unannounced(released(), broken, '# Changes\n\n## 1.1.0\n')).toEqual(refused);
    expect(unannounced(released(), raised, '# Changes\n\n## 1.0.0\n')).toEqual(refused);
    expect(unannounced(released(), raised, '# Changes\n\n## 2.0.0\n')).toEqual([]);
  });
});
