import { mapDetails } from './map-details';
import { anItem } from './sample.fixture';

const anAnswer = (changes: Readonly<Record<string, unknown>> = {}) =>
  anItem({
    description: '<p>Мы <strong>ищем</strong></p><script>alert(1)</script>',
    branded_description: '<style>*{}</style>',
    key_skills: [{ name: 'Node.js' }, { name: 'SQL' }],
    initial_created_at: '2025-01-20T12:00:00+0300',
    ...changes,
  });

describe('mapDetails', () => {
  it('maps description, skills and the true date of creation', () => {
    expect(mapDetails(anAnswer())).toEqual({
      ok: true,
      value: {
        description: { html: '<p>Мы <strong>ищем</strong></p>', text: 'Мы ищем' },
        keySkills: ['Node.js', 'SQL'],
        createdAt: new Date('2025-01-20T09:00:00Z'),
      },
    });
  });

  it('takes an answer that lacks them', () => {
    expect(mapDetails(anItem())).toEqual({ ok: true, value: { description: null, keySkills: [], createdAt: null } });
  });

  it('takes a description longer than any other text', () => {
    expect(mapDetails(anAnswer({ description: 'я'.repeat(100_000) }))).toMatchObject({ ok: true });
  });

  it.each([
    [{ description: 7 }, 'description must be a text, is 7'],
    [{ description: 'я'.repeat(200_001) }, 'description is longer than 200000 characters'],
    [{ key_skills: [{ name: null }] }, 'key_skills[0].name must be a text, is null'],
    [{ initial_created_at: 'then' }, 'initial_created_at must be a date, is "then"'],
  ])('rejects %p, naming the field and the item', (changes, reason) => {
    const error = { code: 'source.item-not-understood', sourceId: '42', reason };
    expect(mapDetails(anAnswer({ id: '42', ...changes }))).toEqual({ ok: false, error });
  });

  it('rejects what is no object', () => expect(mapDetails('<html>')).toMatchObject({ ok: false }));
});
