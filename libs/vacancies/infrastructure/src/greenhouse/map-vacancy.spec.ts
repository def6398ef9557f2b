import fc from 'fast-check';
import { parseJson } from '../http-source/parse-json';
import { GreenhouseVacancyRemapper } from './greenhouse-vacancy-remapper';
import { aJob } from './job.fixture';
import { mapVacancy } from './map-vacancy';

const map = (changes: Record<string, unknown> = {}) => {
  const result = mapVacancy(aJob(changes));
  if (!result.ok) throw new Error(result.error.reason);
  return result.value;
};

describe('mapVacancy of Greenhouse', () => {
  it('keeps what a job says, and guesses nothing that it does not', () => {
    const createdAt = new Date('2026-03-08T06:30:00.250Z');
    const nothing = { city: null, street: null, building: null, description: null, point: null, metro: [] };
    expect(map()).toEqual({
      source: 'greenhouse',
      sourceId: '4000001009',
      title: 'Backend Engineer',
      url: 'https://job-boards.greenhouse.io/quietlantern/jobs/4000001009',
      applyUrl: null,
      employer: { id: 'quietlantern', name: 'Quiet Lantern', url: null, trusted: null, accreditedIt: null },
      area: { id: '4000100506', name: 'Berlin' },
      address: { ...nothing, text: 'Berlin, Germany; Remote - EU' },
      salary: null,
      type: null,
      experience: null,
      employment: null,
      schedule: null,
      workFormats: [],
      professionalRoles: [{ id: '4000100003', name: 'Engineering' }],
      requirement: null,
      responsibility: null,
      hasTest: false,
      responseLetterRequired: false,
      acceptsIncompleteResumes: false,
      archived: false,
      publishedAt: createdAt,
      details: {
        description: {
          html: expect.stringContaining("<li>It's a &lt;b&gt;</li>"),
          text: "R&D first\n• It's a <b>",
        },
        keySkills: [],
        createdAt,
      },
      raw: aJob(),
    });
  });

  it('V-6: keeps every digit of an identifier that no number can hold', () => {
    const { id } = parseJson('{"id": 9007199254740993}') as { id: unknown };
    expect(map({ id }).sourceId).toBe('9007199254740993');
  });

  it.each([
    [{ first_published: null }, { publishedAt: new Date('2026-10-30T14:55:28Z'), details: { createdAt: null } }],
    [{ company_name: null }, { employer: { id: 'quietlantern', name: 'quietlantern' } }],
    [
      { offices: null, departments: null },
      { area: null, professionalRoles: [] },
    ],
    [{ content: null }, { details: { description: null } }],
    [{ location: null }, { address: null }],
    [{ location: { name: ' ' } }, { address: null }],
    [{ metadata: null, requisition_id: null, internal_job_id: null }, { sourceId: '4000001009' }],
  ])('takes %j', (changes, expected) => expect(map(changes)).toMatchObject(expected));

  it('lets nothing run that a company has hidden in entities', () => {
    const content = '&lt;p onclick=&quot;x()&quot;&gt;a&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;';
    expect(map({ content }).details?.description).toEqual({ html: '<p>a</p>', text: 'a' });
  });

  it.each([
    [{ id: '40x' }, 'id must be a whole number, is "40x"'],
    [{ id: 1.5 }, 'id must be a whole number, is 1.5'],
    [{ id: null }, 'id must be a whole number, is null'],
    [{ title: null }, 'title must be a text, is null'],
    [{ absolute_url: 'javascript:alert(1)' }, 'absolute_url must be an http or https link, is "javascript:alert(1)"'],
    [{ first_published: 'yesterday' }, 'first_published must be a time with its offset, is "yesterday"'],
    [
      { first_published: '2026-03-08T01:30:00' },
      'first_published must be a time with its offset, is "2026-03-08T01:30:00"',
    ],
    [
      { first_published: '2026-02-30T01:30:00Z' },
      'first_published must be a time with its offset, is "2026-02-30T01:30:00Z"',
    ],
    [{ first_published: null, updated_at: null }, 'updated_at must be a time, is null'],
    [{ location: 'Remote' }, 'location must be an object, is "Remote"'],
    [{ departments: {} }, 'departments must be a list, is {}'],
    [{ offices: [{ id: 1 }] }, 'offices[0].name must be a text, is absent'],
    [{ content: 7 }, 'content must be a text, is 7'],
  ])('V-6: rejects %j, naming the field', (changes, reason) => {
    expect(mapVacancy(aJob(changes))).toMatchObject({ ok: false, error: { reason } });
  });

  it('names the job that it cannot read', () => {
    expect(mapVacancy(aJob({ title: null }))).toMatchObject({ ok: false, error: { sourceId: '4000001009' } });
  });

  it('never throws, whatever becomes of a job', () => {
    const field = fc.constantFrom(...Object.keys(aJob().job), 'pay_input_ranges');
    fc.assert(
      fc.property(fc.dictionary(field, fc.jsonValue()), (changes) => {
        const result = mapVacancy(aJob(changes));
        expect(result.ok || result.error.reason.length > 0).toBe(true);
      }),
      { numRuns: 1_000 },
    );
    fc.assert(fc.property(fc.jsonValue(), (raw) => expect(mapVacancy(raw).ok).toBe(false)));
  });

  it('is what the remapper makes of a stored payload', () => {
    const stored = JSON.parse(JSON.stringify(aJob()));
    expect(new GreenhouseVacancyRemapper().remap({ raw: stored, detailsRaw: null })).toEqual(mapVacancy(aJob()));
  });
});
