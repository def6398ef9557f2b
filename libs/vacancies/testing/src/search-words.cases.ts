import { finds } from './search-case';
import { foundTitles, putTitles, type VacancySearchHarness } from './search-harness';
import type { SuiteCase } from './suite';

const LANGUAGES = ['Программист C', 'Программист C++', 'Программист C#', 'Разработчик .NET', 'Разработчик Go'];
const ONE_C = ['Программист 1С (кириллица)', 'Программист 1C (латиница)', 'Программист 2С'];
const TILLS = ['Старший кассир', 'Старший кассер'];

/** What is no word of a language: tokens of the trade, other names for one thing, and slips of the hand. */
export const searchWordsCases: readonly SuiteCase<VacancySearchHarness>[] = [
  finds('a special token', LANGUAGES, 'c++', ['Программист C++']),
  finds('a special token', LANGUAGES, 'C#', ['Программист C#']),
  finds('a special token', LANGUAGES, '.net', ['Разработчик .NET']),
  finds('a letter is no special token', LANGUAGES, 'c', ['Программист C']),
  finds('a special token with a Cyrillic letter', LANGUAGES, 'с++', ['Программист C++']),
  finds('a special token within a compound', ['ASP.NET разработчик', 'Повар'], 'asp.net', ['ASP.NET разработчик']),
  finds('a special token between signs', ['Разработчик (C++/C#)', 'Разработчик C'], 'c++', ['Разработчик (C++/C#)']),
  finds('a special token at the end of a list', ['Java, C++, C#', 'Java'], 'java c#', ['Java, C++, C#']),
  finds('a special token in a phrase', ['C++ разработчик', 'Разработчик C++'], '"c++ разработчик"', [
    'C++ разработчик',
  ]),
  finds('a special token excluded', ['Java и C', 'Java и C++'], 'java -c++', ['Java и C']),
  finds('1С in Cyrillic', ONE_C, '1с', ONE_C.slice(0, 2)),
  finds('1C in Latin', ONE_C, '1c', ONE_C.slice(0, 2)),

  finds('a synonym', ['JavaScript developer', 'Java developer'], 'js', ['JavaScript developer']),
  finds('a synonym, the other way', ['JS developer', 'Java developer'], 'javascript', ['JS developer']),
  finds('a synonym', ['Инженер Kubernetes', 'Инженер'], 'k8s', ['Инженер Kubernetes']),
  finds('a synonym', ['Разработчик Go', 'Разработчик C'], 'golang', ['Разработчик Go']),
  finds('a synonym beside another word', ['Разработчик JavaScript', 'Тестировщик JS'], 'js разработчик', [
    'Разработчик JavaScript',
  ]),

  finds('a slip of one letter left out', ['Программист', 'Повар'], 'програмист', ['Программист']),
  finds('a slip of one letter changed', ['Бухгалтер', 'Повар'], 'бухголтер', ['Бухгалтер']),
  finds('a slip of two letters swapped', ['Бухгалтер', 'Повар'], 'бухгатлер', ['Бухгалтер']),
  finds('a slip in a Latin word', ['Kubernetes engineer', 'Cook'], 'kubernets', ['Kubernetes engineer']),
  finds('a slip in one of two words', ['Инженер Kubernetes', 'Инженер'], 'инженер kuberntes', ['Инженер Kubernetes']),
  finds('short words are taken as they are', ['Cook', 'Hook'], 'look', []),
  finds('an exclusion is taken as it is', TILLS, 'старший -кассир', ['Старший кассер']),
  finds('a phrase is taken as it is', TILLS, '"старший касир"', []),
  {
    title: 'ranks what was typed over what was perhaps meant',
    check: async (harness) => {
      await putTitles(harness, 'Кассер', 'Кассир', 'Касир');
      expect((await foundTitles(harness, { text: 'кассир', sort: 'relevance' }))[0]).toBe('Кассир');
    },
  },
];
