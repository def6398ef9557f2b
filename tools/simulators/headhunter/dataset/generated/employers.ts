import { INDUSTRY_IDS } from '../../directories/industries';
import { EmployerDirectory, type Employer } from '../employer-directory';
import { Dice, Draw } from './dice';
import type { City } from './cities';
import type { Weighted } from './weighted';

// Names are compounds of both lists: pleasant to read, and not the names of real companies.
const ADJECTIVES: readonly (readonly [string, string])[] = [
  ['Тихий', 'Quiet'],
  ['Рыжий', 'Ginger'],
  ['Дальний', 'Distant'],
  ['Медный', 'Copper'],
  ['Лунный', 'Lunar'],
  ['Кедровый', 'Cedar'],
  ['Полуденный', 'Noonday'],
  ['Озёрный', 'Lakeside'],
  ['Стеклянный', 'Glassy'],
  ['Янтарный', 'Amber'],
  ['Северодольный', 'Northdale'],
  ['Осенний', 'Autumnal'],
  ['Бумажный', 'Paper'],
  ['Крылатый', 'Winged'],
  ['Лазурный', 'Azure'],
  ['Мятный', 'Minty'],
  ['Бодрый', 'Cheerful'],
  ['Звонкий', 'Ringing'],
  ['Пёстрый', 'Motley'],
  ['Шёлковый', 'Silken'],
  ['Неспешный', 'Unhurried'],
  ['Рассветный', 'Daybreak'],
  ['Туманный', 'Misty'],
  ['Каменный', 'Stony'],
  ['Льняной', 'Linen'],
  ['Ветреный', 'Windy'],
  ['Хрустальный', 'Crystal'],
  ['Берёзовый', 'Birchen'],
  ['Морозный', 'Frosty'],
  ['Вечерний', 'Evening'],
  ['Клеверный', 'Clover'],
  ['Соломенный', 'Strawy'],
  ['Радужный', 'Iridescent'],
  ['Песчаный', 'Sandy'],
  ['Мшистый', 'Mossy'],
  ['Малахитовый', 'Malachite'],
  ['Степной', 'Steppe'],
  ['Ясеневый', 'Ashen'],
  ['Сизый', 'Dove-grey'],
  ['Пряничный', 'Gingerbread'],
];

const NOUNS: readonly (readonly [string, string])[] = [
  ['Фонарь', 'Lantern'],
  ['Причал', 'Berth'],
  ['Компас', 'Compass'],
  ['Байт', 'Byte'],
  ['Ёж', 'Hedgehog'],
  ['Парус', 'Sail'],
  ['Маяк', 'Lighthouse'],
  ['Циркуль', 'Callipers'],
  ['Филин', 'Owl'],
  ['Кашалот', 'Cachalot'],
  ['Самовар', 'Samovar'],
  ['Фрегат', 'Frigate'],
  ['Улей', 'Beehive'],
  ['Дирижабль', 'Airship'],
  ['Якорь', 'Anchor'],
  ['Горизонт', 'Skyline'],
  ['Калейдоскоп', 'Kaleidoscope'],
  ['Журавль', 'Crane'],
  ['Ковчег', 'Ark'],
  ['Ручей', 'Brook'],
  ['Грифель', 'Slate'],
  ['Аист', 'Stork'],
  ['Домкрат', 'Jack'],
  ['Метроном', 'Metronome'],
  ['Телескоп', 'Telescope'],
  ['Каштан', 'Chestnut'],
  ['Шмель', 'Bumblebee'],
  ['Рюкзак', 'Rucksack'],
  ['Пеликан', 'Pelican'],
  ['Стапель', 'Slipway'],
  ['Утюг', 'Iron'],
  ['Жёлудь', 'Acorn'],
  ['Барометр', 'Barometer'],
  ['Кузнечик', 'Grasshopper'],
  ['Тоннель', 'Tunnel'],
  ['Бублик', 'Bagel'],
  ['Папирус', 'Papyrus'],
  ['Енот', 'Raccoon'],
  ['Сундук', 'Chest'],
  ['Верстак', 'Workbench'],
];

const FORMS: readonly ((russian: string, english: string) => string)[] = [
  (russian) => russian,
  (russian) => russian,
  (russian) => `${russian}, Группа компаний`,
  (russian) => `ООО ${russian}`,
  (russian) => `ГК «${russian}»`,
  (_, english) => english,
  (_, english) => `${english} Labs`,
  (russian) => `${russian}. Сеть магазинов`,
];
const AGENCY_FORM = (russian: string) => `Кадровое агентство «${russian}»`;

/** How many employers the generator invents: few enough that the big ones exceed a depth limit of 2,000. */
export const EMPLOYER_COUNT = ADJECTIVES.length * NOUNS.length;

export function inventEmployers(seed: number, cities: Weighted<City>): EmployerDirectory {
  return new EmployerDirectory(
    Array.from({ length: EMPLOYER_COUNT }, (_, position) => inventEmployer(seed, position, cities)),
  );
}

function inventEmployer(seed: number, position: number, cities: Weighted<City>): Employer {
  // Employers and vacancies must not share dice, or the first employer would look like the first vacancy.
  const dice = new Dice(~seed, position);
  const id = String(1000 + position * 997);
  const agency = dice.chance(Draw.Agency, 0.06);
  const reviews = dice.below(Draw.Reviews, 400);
  return {
    id,
    name: inventName(position, agency ? AGENCY_FORM : dice.pick(Draw.Name, FORMS)),
    area: cities.at(dice.unit(Draw.Area)).area,
    trusted: dice.chance(Draw.Trusted, 0.95),
    accredited: !agency && dice.chance(Draw.Accredited, 0.18),
    logoUrls: dice.chance(Draw.Logo, 0.92) ? logoUrls(id) : null,
    industries: dice.pickSome(Draw.Industries, INDUSTRY_IDS, 1 + dice.below(Draw.IndustryCount, 2)),
    type: agency ? 'agency' : 'company',
    ...(reviews > 250 && { rating: { total_rating: (2.5 + (reviews % 25) / 10).toFixed(1), reviews_count: reviews } }),
  };
}

function inventName(position: number, form: (typeof FORMS)[number]): string {
  // A stride that shares no factor with the count visits every compound once and keeps neighbours unlike.
  const compound = (position * 617) % EMPLOYER_COUNT;
  const adjective = ADJECTIVES[compound % ADJECTIVES.length] as (typeof ADJECTIVES)[number];
  const noun = NOUNS[Math.floor(compound / ADJECTIVES.length)] as (typeof NOUNS)[number];
  return form(`${adjective[0]} ${noun[0]}`, `${adjective[1]} ${noun[1]}`);
}

function logoUrls(id: string): Record<string, string> {
  return {
    '90': `https://hhcdn.ru/employer-logo/${id}-90.png`,
    '240': `https://hhcdn.ru/employer-logo/${id}-240.png`,
    original: `https://hhcdn.ru/employer-logo-original/${id}.png`,
  };
}
