/** Titles as they are on the market: some words are common, some rare. */
const TITLES = [
  ...['Водитель', 'Продавец-кассир', 'Повар', 'Бухгалтер', 'Менеджер по продажам', 'Разработчик Python', 'Кладовщик'],
  ...['Программист 1С', 'Врач-терапевт', 'Учитель математики', 'Сварщик', 'Java Developer', 'Аналитик данных'],
  ...['Курьер', 'Инженер-конструктор', 'Юрист', 'Токарь', 'Администратор', 'Маркетолог', 'Логопед'],
];
const SKILLS = [
  'SQL',
  'Python',
  'Excel',
  '1С',
  'Linux',
  'Docker',
  'Английский язык',
  'Права категории B',
  'Kafka',
  'Git',
];
const LEVELS = ['', 'Старший', 'Младший', 'Ведущий', 'Помощник'];

const arrayOf = (texts: readonly string[]): string => `ARRAY[${texts.map((text) => `'${text}'`).join(', ')}]`;
/** One of them by the number of the row; `step` keeps the columns independent of each other. */
const one = (texts: readonly string[], step: number): string =>
  `(${arrayOf(texts)})[(1 + (n / ${step}) % ${texts.length})::int]`;

/**
 * Documents as the indexer would have written them, made by the database itself. One in five is closed, one in ten a
 * duplicate, half are in the first of 85 regions, one in three has no salary, one in two has a place.
 */
export const crowdSql = (first: number, last: number): string => `
  INSERT INTO vacancies.search_documents (id, revision, source, source_id, title, url, employer_id, employer_name,
    area_id, area_name, area_path, experience_id, experience_name, work_formats, professional_roles, key_skills,
    salary_currency, salary_period, salary_from_minor, monthly_from_minor, monthly_estimated, monthly_rates_on,
    lat, lng, place, requirement, description, published_at, state, is_canonical, labels, tsv)
  SELECT lpad(to_hex(n), 32, '0')::uuid, 1, source, n, title, 'https://example.org/' || n, employer, 'ООО ' || employer,
    area, 'Регион ' || area, path, experience, 'Опыт ' || experience, '[{"id": "REMOTE", "name": "Удалённо"}]',
    jsonb_build_array(jsonb_build_object('id', role::text, 'name', 'Роль ' || role)), to_jsonb(skills),
    currency, CASE WHEN currency IS NOT NULL THEN 'month' END, salary, salary, CASE WHEN salary IS NOT NULL THEN false END,
    CASE WHEN salary IS NOT NULL THEN date '2026-01-01' END,
    lat, lng, CASE WHEN lat IS NOT NULL THEN cube(ARRAY[r * cos(radians(lat)) * cos(radians(lng)),
      r * cos(radians(lat)) * sin(radians(lng)), r * sin(radians(lat))]) END,
    requirement, description, timestamptz '2026-01-01' + n * interval '5 minutes', state, n % 10 <> 7,
    ARRAY['source:' || source, 'employer:' || employer, 'employer=ооо ' || employer, 'area:113', 'area=россия',
      'area:' || area, 'area=регион ' || area, 'experience:' || experience, 'professionalRole:' || role,
      'workFormat:REMOTE', 'hasTest:' || (n % 500 = 3)] || (SELECT array_agg('skill=' || lower(skill)) FROM unnest(skills) skill),
    setweight(to_tsvector('vacancies.search', title), 'A') || setweight(to_tsvector('vacancies.search',
      employer || ' ' || array_to_string(skills, ' ')), 'B') || setweight(to_tsvector('vacancies.search', requirement), 'C')
      || setweight(to_tsvector('vacancies.search', description), 'D')
  FROM generate_series(${first}::bigint, ${last}) n
  CROSS JOIN LATERAL (SELECT
    CASE WHEN n % 3 = 0 THEN 'trudvsem' ELSE 'headhunter' END AS source,
    ${one(LEVELS, 20)} || ' ' || ${one(TITLES, 1)} || CASE WHEN n % 1000 = 1 THEN ' цирка' ELSE '' END AS title,
    'employer' || (n * 7919 % 20000) AS employer,
    CASE WHEN n % 2 = 0 THEN '1' ELSE (n * 31 % 85 + 2)::text END AS area,
    ${one(['noExperience', 'between1And3', 'between3And6', 'moreThan6'], 3)} AS experience,
    n % 20 AS role,
    ARRAY[${one(SKILLS, 7)}, ${one(SKILLS, 11)}] AS skills,
    CASE WHEN n % 3 > 0 THEN 'RUB' END AS currency,
    CASE WHEN n % 3 > 0 THEN 3000000 + (n * 7907 % 50000) * 1000 END AS salary,
    6371008.7714::float8 AS r,
    CASE WHEN n % 2 = 0 THEN 45 + (n * 7927 % 20000) / 1000.0 END AS lat,
    CASE WHEN n % 2 = 0 THEN 20 + (n * 7993 % 160000) / 1000.0 END AS lng,
    'Опыт работы, ответственность, слово' || n % 5000 AS requirement,
    'Мы ищем человека в дружную команду, рядом с метро. Оплата вовремя, слово' || n % 7000 AS description,
    CASE WHEN n % 5 = 4 THEN 'archived' ELSE 'active' END AS state
  ) made
  CROSS JOIN LATERAL (SELECT jsonb_build_array('{"id": "113", "name": "Россия"}'::jsonb,
    jsonb_build_object('id', area, 'name', 'Регион ' || area)) AS path) placed`;

/** The words of these documents, as the indexer would have learned them. */
export const CROWD_WORDS = `
  INSERT INTO vacancies.search_words (word, lexeme)
  SELECT word, lexemes[1]
  FROM ts_stat('SELECT to_tsvector(''simple'', title || '' '' || requirement) FROM vacancies.search_documents')
  CROSS JOIN LATERAL (SELECT tsvector_to_array(to_tsvector('vacancies.search', word)) AS lexemes) meaning
  WHERE cardinality(lexemes) > 0`;
