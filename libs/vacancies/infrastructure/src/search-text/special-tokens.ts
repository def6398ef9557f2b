/**
 * Names that a tokenizer would tear apart or cut short, and the words that stand for them in the index and in queries.
 * Forms are in lower case; `c` and `с`, Latin and Cyrillic, are told apart by no reader, so both are written down.
 */
export interface SpecialToken {
  readonly forms: readonly string[];
  /** Words of letters and digits only. A part that is searched by itself stands beside the whole. */
  readonly words: string;
}

export const SPECIAL_TOKENS: readonly SpecialToken[] = [
  { forms: ['c++', 'с++', 'c plus plus'], words: 'cplusplus' },
  { forms: ['c#', 'с#', 'c sharp', 'с sharp'], words: 'csharp' },
  { forms: ['f#'], words: 'fsharp' },
  { forms: ['notepad++'], words: 'notepadplusplus' },
  { forms: ['objective-c', 'objective-с', 'objective c', 'obj-c'], words: 'objectivec' },
  { forms: ['1c', '1с'], words: '1c' },
  { forms: ['asp.net', 'asp net'], words: 'aspnet dotnet' },
  { forms: ['ado.net'], words: 'adonet dotnet' },
  { forms: ['vb.net'], words: 'vbnet dotnet' },
  { forms: ['.net', 'dot net'], words: 'dotnet' },
  { forms: ['node.js', 'node js'], words: 'nodejs' },
  { forms: ['react.js', 'react js', 'reactjs'], words: 'react' },
  { forms: ['vue.js', 'vue js', 'vuejs'], words: 'vue' },
  { forms: ['angular.js', 'angular js', 'angularjs'], words: 'angular' },
  { forms: ['next.js', 'next js'], words: 'nextjs' },
  { forms: ['nuxt.js', 'nuxt js', 'nuxtjs'], words: 'nuxt' },
  { forms: ['nest.js', 'nest js'], words: 'nestjs' },
  { forms: ['express.js', 'express js'], words: 'expressjs' },
  { forms: ['three.js'], words: 'threejs' },
  { forms: ['d3.js'], words: 'd3' },
  { forms: ['t-sql', 't sql', 'transact-sql'], words: 'tsql sql' },
  { forms: ['pl/sql', 'pl-sql', 'pl sql'], words: 'plsql sql' },
  { forms: ['pl/pgsql'], words: 'plpgsql' },
  { forms: ['ms sql', 'ms-sql', 'mssql'], words: 'mssql sql' },
  { forms: ['ci/cd', 'ci-cd', 'ci\\cd'], words: 'cicd ci cd' },
  { forms: ['tcp/ip'], words: 'tcpip tcp ip' },
  { forms: ['r&d'], words: 'rnd' },
  { forms: ['s/4hana', 's/4 hana'], words: 's4hana' },
  { forms: ['a/b'], words: 'abtest' },
  { forms: ['e-commerce', 'e-com', 'e commerce'], words: 'ecommerce' },
  { forms: ['e-mail'], words: 'email' },
  { forms: ['wi-fi', 'wi fi'], words: 'wifi' },
  { forms: ['back-end', 'back end'], words: 'backend' },
  { forms: ['front-end', 'front end'], words: 'frontend' },
  { forms: ['full-stack', 'full stack'], words: 'fullstack' },
  { forms: ['dev-ops', 'dev ops'], words: 'devops' },
  { forms: ['game-dev', 'game dev'], words: 'gamedev' },
  { forms: ['big data', 'big-data'], words: 'bigdata' },
  { forms: ['pre-sale', 'pre-sales', 'pre sale', 'pre sales'], words: 'presale' },
  { forms: ['call-центр', 'call центр', 'call-center', 'call center', 'колл-центр', 'кол-центр'], words: 'коллцентр' },
];

/** A form as a regular expression. One that ends in a sign may be followed by anything: `C++17`. */
export const formPattern = (form: string): string =>
  escaped(form) + (/[\p{L}\p{N}]$/u.test(form) ? '(?![\\p{L}\\p{N}])' : '');

const escaped = (form: string): string => form.replaceAll(/[.+\\]/g, '\\$&');
