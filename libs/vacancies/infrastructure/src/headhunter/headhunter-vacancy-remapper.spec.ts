import { HeadHunterVacancyRemapper } from './headhunter-vacancy-remapper';
import { mapVacancy } from './map-vacancy';
import { anItem, sampleItems } from './sample.fixture';

const remapper = new HeadHunterVacancyRemapper();

describe('HeadHunterVacancyRemapper', () => {
  it('makes of every stored item what the search makes of it', () => {
    for (const raw of sampleItems()) expect(remapper.remap({ raw, detailsRaw: null })).toEqual(mapVacancy(raw));
  });

  it('adds the details from the payload that told them', () => {
    const detailsRaw = anItem({ name: 'Later', description: '<p>Текст</p>', key_skills: [{ name: 'SQL' }] });
    expect(remapper.remap({ raw: anItem({ name: 'Now' }), detailsRaw })).toMatchObject({
      value: { title: 'Now', details: { description: { text: 'Текст' }, keySkills: ['SQL'] } },
    });
  });

  it.each([
    [{ raw: anItem({ name: null }), detailsRaw: null }, 'name must be a text, is null'],
    [{ raw: anItem(), detailsRaw: { key_skills: 7 } }, 'key_skills must be a list, is 7'],
  ])('says what it cannot understand', (payload, reason) => {
    expect(remapper.remap(payload)).toMatchObject({ ok: false, error: { code: 'source.item-not-understood', reason } });
  });
});
