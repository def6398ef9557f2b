/** A vacancy as the portal writes it: hyphens and underscores as they come, coordinates as texts, 0 for "not said". */
const ITEM = {
  id: '8a1b6c5e-77fd-11f0-8d52-0242ac110002',
  source: 'Работодатель',
  region: { region_code: '7700000000000', name: 'Город Москва' },
  company: {
    companycode: '1027700132195',
    'hr-agency': false,
    inn: '7707083893',
    kpp: '773601001',
    name: 'ООО "РОМАШКА"',
    ogrn: '1027700132195',
    url: 'https://trudvsem.ru/company/1027700132195',
  },
  'creation-date': '2026-07-08',
  date_modify: '2026-11-01T10:15:00+0300',
  salary: 'от 60000 до 90000',
  salary_min: 60_000,
  salary_max: 90_000,
  'job-name': 'Водитель погрузчика',
  vac_url: 'https://trudvsem.ru/vacancy/card/1027700132195/8a1b6c5e-77fd-11f0-8d52-0242ac110002',
  employment: 'Полная занятость',
  schedule: 'Сменный график',
  duty: '<p>Обязанности:&nbsp;<br></p><ul><li>Погрузка &amp; разгрузка</li></ul>',
  requirements: 'Права категории C. Опыт.',
  category: { specialisation: 'Транспорт, автобизнес, логистика, склад, ВЭД' },
  requirement: { education: 'Среднее профессиональное', experience: 3 },
  addresses: { address: [{ location: 'г. Москва, ул. Ленина, 1', lng: '37.617300', lat: '55.755800' }] },
  term: { text: '<p>Социальный пакет</p>' },
  contact_list: [{ contact_type: 'Телефон', contact_value: '+7(000)1000000' }],
  work_places: 2,
  skills: ['Вождение', 'Погрузчик'],
  currency: '«руб.»',
};

export const anItem = (changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  ...structuredClone(ITEM),
  ...changes,
});
