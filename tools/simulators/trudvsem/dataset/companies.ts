import { companyWords, COMPANY_COUNT, Dice, Draw, type JsonObject } from '@job-scope/simulator-shared';
import { REGION_CHOICE } from './regions';

interface LegalForm {
  readonly name: (words: string) => string;
  /** Sole traders have longer numbers than companies, and no reason code. */
  readonly trader?: true;
}

// Registers write names in capitals, people do not: the same company reads differently from source to source.
const FORMS: readonly LegalForm[] = [
  { name: (words) => `ООО "${words.toUpperCase()}"` },
  { name: (words) => `ООО "${words}"` },
  { name: (words) => `АО "${words.toUpperCase()}"` },
  { name: (words) => `ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ "${words.toUpperCase()}"` },
  { name: (words) => `ГБУЗ "БОЛЬНИЦА «${words.toUpperCase()}»"` },
  { name: (words) => `ИП КФХ «${words}»`, trader: true },
];
const FIRST_OGRN = 1_027_700_000_000;
const FIRST_TRADER = 304_770_000_000_000;
/** Prime and large, so that neighbours do not look alike. */
const OGRN_STRIDE = 97_003;

export interface Company {
  readonly name: string;
  /** 13 digits, or 15 of a sole trader; the portal uses it as the company's code too. */
  readonly ogrn: string;
  readonly inn: string;
  readonly kpp?: string;
  readonly agency: boolean;
  readonly email?: string;
}

/** All companies by position. They are made when they are shown. */
export class Companies {
  readonly size = COMPANY_COUNT;

  constructor(private readonly seed: number) {}

  at(position: number): Company {
    const dice = this.dice(position);
    const form = dice.pick(Draw.Name, FORMS);
    const { russian, english } = companyWords(position);
    const region = REGION_CHOICE.at(dice.unit(Draw.Area)).code;
    const digits = String(10_000_000 + position * 4241);
    return {
      name: form.name(russian),
      ogrn: this.ogrnOf(position),
      inn: form.trader ? `${region}${digits}00` : `${region}${digits}`,
      ...(!form.trader && { kpp: `${region}0101001` }),
      agency: dice.chance(Draw.Agency, 0.05),
      ...(dice.chance(Draw.Letter, 0.6) && { email: `hr@${english.toLowerCase().replaceAll(/[^a-z]/g, '')}.example` }),
    };
  }

  position(ogrn: string): number | undefined {
    const first = ogrn.length === 15 ? FIRST_TRADER : FIRST_OGRN;
    const position = (Number(ogrn) - first) / OGRN_STRIDE;
    return position >= 0 && position < this.size && this.ogrnOf(position) === ogrn ? position : undefined;
  }

  private ogrnOf(position: number): string {
    const { trader } = this.dice(position).pick(Draw.Name, FORMS);
    return String((trader ? FIRST_TRADER : FIRST_OGRN) + position * OGRN_STRIDE);
  }

  private dice(position: number): Dice {
    // Companies and vacancies must not share dice, or the first company would look like the first vacancy.
    return new Dice(~this.seed, position);
  }
}

export const showCompany = ({ name, ogrn, inn, kpp, agency, email }: Company): JsonObject => ({
  companycode: ogrn,
  'hr-agency': agency,
  inn,
  ...(kpp !== undefined && { kpp }),
  name,
  ogrn,
  url: `https://trudvsem.ru/company/${ogrn}`,
  ...(email !== undefined && { email }),
});
