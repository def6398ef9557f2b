/** What a reader may mean by a query, for whoever judges what was found; the engines know nothing of it. */
export interface JudgedQuery {
  readonly text: string;
  /** What a vacancy must be about, each thing by all of its names. */
  readonly about: readonly RegExp[];
  /** What it must not tell anywhere. */
  readonly without?: RegExp;
}

/** A word that begins so. */
const stem = (...beginnings: readonly string[]): RegExp => new RegExp(`${START}(?:${beginnings.join('|')})`, 'iu');
/** A word that is so, or several. */
const word = (...words: readonly string[]): RegExp =>
  new RegExp(`${START}(?:${words.map(escaped).join('|')})${END}`, 'iu');

const START = String.raw`(?<![\p{L}\p{N}])`;
const END = String.raw`(?![\p{L}\p{N}+#])`;
const escaped = (text: string): string => text.replaceAll(/[.+]/g, String.raw`\$&`);

const DRIVER = stem('водител', 'шоф[её]р', 'автокурьер');
const DEVELOPER = stem('разработчик', 'программист', 'developer', 'software engineer', 'backend engineer');
const PYTHON = stem('python');
const JAVASCRIPT = word('js', 'javascript', 'node.js');
const TESTER = stem('тестировщик', 'qa', 'инженер по тестировани', 'инженер по качеств', 'инженер-тестировщик');
const DATA_ANALYST = stem('аналитик данных', 'data[ -]аналитик', 'data analyst', 'bi-аналитик');
const NURSE = stem('медицинск(ая|ой|ую) сестр', 'медицинский брат', 'медсестр');
const TEACHER = stem('учител', 'преподавател', 'репетитор', 'teacher');
const SALES = stem('менеджер по продаж', 'sales manager');
const TRAINEE = stem('стаж[её]р', 'intern\\b', 'trainee');
const ONE_C = word('1с', '1c');
const ELECTRICIAN = stem('электрик', 'электромонт');
const SYSTEM_ADMINISTRATOR = stem('системн\\p{L}* администратор', 'it administrator', 'сисадмин');
const LEAD = stem('тимлид', 'team lead', 'руководител\\p{L}* группы разработки');
const PROJECT_MANAGER = stem('руководител\\p{L}* проект', 'менеджер проект', 'project manager');
const PRODUCT_MANAGER = stem('product manager', 'product owner', 'менеджер(а)? продукт', 'growth product');
const MACHINE_LEARNING = stem('машинн\\p{L}* обучени', 'machine learning', 'ml');

/** By what is hard about them. */
export const JUDGED_QUERIES: Readonly<Record<string, readonly JudgedQuery[]>> = {
  'Russian forms': [
    { text: 'водители', about: [DRIVER] },
    { text: 'сварщиком', about: [stem('сварщик', 'электрогазосварщик')] },
    { text: 'медицинские сёстры', about: [NURSE] },
    { text: 'учителями математики', about: [TEACHER, stem('математик')] },
    { text: 'инженеров-конструкторов', about: [stem('инженер-конструктор')] },
    { text: 'курьеры пешие', about: [stem('курьер'), stem('пеш')] },
    { text: 'финансовые консультанты', about: [stem('финансов\\p{L}* консультант')] },
  ],
  'English forms': [
    { text: 'developers', about: [DEVELOPER] },
    { text: 'machine learning engineers', about: [MACHINE_LEARNING, stem('engineer', 'инженер')] },
    { text: 'product managers', about: [PRODUCT_MANAGER] },
    { text: 'testing', about: [stem('testing', 'тестирован', 'qa')] },
    { text: 'cloud engineer', about: [stem('cloud'), stem('engineer', 'инженер')] },
  ],
  slips: [
    { text: 'програмист', about: [stem('программист')] },
    { text: 'бугалтерия', about: [stem('бухгалтер')] },
    { text: 'тестировщек', about: [TESTER] },
    { text: 'электромантажник', about: [ELECTRICIAN] },
    { text: 'pyhton', about: [PYTHON] },
    { text: 'kuberntes', about: [stem('kubernetes', 'k8s')] },
    { text: 'консультатн', about: [stem('консультант', 'продавец-консультант')] },
  ],
  'other names': [
    { text: 'js', about: [JAVASCRIPT] },
    { text: 'k8s', about: [stem('kubernetes', 'k8')] },
    { text: 'медсестра', about: [NURSE] },
    { text: 'тимлид', about: [LEAD] },
    { text: 'шофёр', about: [DRIVER] },
    { text: 'тестировщик', about: [TESTER] },
    { text: 'сисадмин', about: [SYSTEM_ADMINISTRATOR] },
    { text: 'питон', about: [PYTHON] },
    { text: 'электрик', about: [ELECTRICIAN] },
    { text: 'ml инженер', about: [MACHINE_LEARNING, stem('engineer', 'инженер')] },
    { text: 'golang', about: [word('go', 'golang')] },
  ],
  'special tokens': [
    { text: 'C++', about: [word('c++', 'с++')] },
    { text: 'C#', about: [word('c#', 'с#')] },
    { text: '.NET', about: [/(?<![\p{L}\p{N}])\.net(?![\p{L}\p{N}])/iu] },
    { text: '1С', about: [ONE_C] },
    { text: '1c программист', about: [ONE_C, DEVELOPER] },
    { text: 'node.js', about: [word('node.js')] },
    { text: 'разработчик c++', about: [DEVELOPER, word('c++', 'с++')] },
    { text: 'CI/CD', about: [word('ci/cd')] },
  ],
  phrases: [
    { text: '"аналитик данных"', about: [stem('аналитик данных')] },
    { text: '"менеджер по продажам"', about: [stem('менеджер по продажам')] },
    { text: '"product owner"', about: [stem('product owner')] },
    { text: '"активные продажи"', about: [stem('активн\\p{L}* продаж')] },
    { text: '"машинное обучение"', about: [stem('машинн\\p{L}* обучени', 'machine learning')] },
  ],
  exclusions: [
    { text: 'разработчик -python', about: [stem('разработчик')], without: PYTHON },
    { text: 'водитель -вахта', about: [DRIVER], without: stem('вахт') },
    { text: 'аналитик -sql', about: [stem('аналитик')], without: word('sql') },
    { text: 'инженер -qa', about: [stem('инженер', 'engineer')], without: word('qa') },
  ],
  employers: [
    { text: 'сбер', about: [word('сбер')] },
    { text: 'яндекс', about: [stem('яндекс')] },
    { text: 'jetbrains', about: [word('jetbrains')] },
    { text: 'лента', about: [word('лента')] },
    { text: 'атон консультант', about: [word('атон'), stem('консультант')] },
  ],
  skills: [
    { text: 'kafka', about: [word('kafka')] },
    { text: 'postgresql', about: [stem('postgresql', 'postgres')] },
    { text: 'autocad', about: [word('autocad')] },
    { text: 'figma', about: [word('figma')] },
    { text: 'pytorch', about: [word('pytorch')] },
    { text: 'работа на кассе', about: [stem('работа на кассе', 'кассир')] },
  ],
  roles: [
    { text: 'python разработчик', about: [PYTHON, DEVELOPER] },
    { text: 'бизнес-аналитик', about: [stem('бизнес[ -]аналитик', 'аналитик бизнес-процессов')] },
    { text: 'аналитик данных sql', about: [DATA_ANALYST, word('sql')] },
    { text: 'продавец-кассир', about: [stem('продавец-кассир')] },
    {
      text: 'менеджер по закупкам',
      about: [stem('менеджер по закупкам', 'специалист по закупкам', 'менеджер по снабжени')],
    },
    {
      text: 'менеджер по продаже недвижимости',
      about: [stem('менеджер по продаж[ае]м? недвижимости', 'агент по недвижимости', 'риелтор')],
    },
    { text: 'руководитель проектов', about: [PROJECT_MANAGER] },
    { text: 'стажер разработчик', about: [TRAINEE, DEVELOPER] },
    { text: 'devops инженер', about: [stem('devops', 'site reliability', 'sre'), stem('инженер', 'engineer')] },
    { text: 'повар', about: [stem('повар')] },
    { text: 'врач-стоматолог', about: [stem('врач-стоматолог')] },
    { text: 'менеджер по продажам b2b', about: [SALES, word('b2b')] },
  ],
};
