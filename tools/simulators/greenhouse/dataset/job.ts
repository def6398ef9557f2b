import { Draw, inventTexts, type Dice, type JsonObject, type Outline } from '@job-scope/simulator-shared';
import { jobUrl, type Board } from './boards';
import { contentOf } from './content';
import { showDepartment } from './departments';
import { formatEastern } from './eastern-time';
import { showOffices, type WorkingOffice } from './offices';
import { inventPay, type PayRange } from './pay';
import { rawNumber } from './raw-number';

/** What a job is before it is written down. */
export interface Draft extends Outline {
  readonly id: bigint;
  readonly board: Board;
  readonly office: WorkingOffice;
}

/** What may change in the life of a job. Seconds since the epoch. */
export interface Edition {
  readonly publishedAt: number;
  readonly modifiedAt: number;
  readonly edits: number;
}

const PROSPECT = 0.02;
const NO_REQUISITION = 0.15;
const METADATA = 0.4;

const languageOf = ({ profile }: Draft): 'EN' | 'RU' => profile.language ?? 'RU';
const payOf = (draft: Draft, { edits }: Edition): PayRange[] => inventPay(draft, draft.office, edits);

/** A job as a list shows it that was not asked for content. */
export function showHeader(draft: Draft, edition: Edition): JsonObject {
  const { dice, board, office, id } = draft;
  return {
    absolute_url: jobUrl(board, id),
    data_compliance: [{ type: 'gdpr', requires_consent: false, retention_period: null }],
    // Prospect posts collect people for later and belong to no job.
    internal_job_id: dice.chance(Draw.Prospect, PROSPECT)
      ? null
      : rawNumber(4_500_000_000 + dice.below(Draw.Raises, 2 ** 31)),
    location: { name: office.place },
    metadata: metadataOf(dice),
    id: rawNumber(id),
    updated_at: formatEastern(edition.modifiedAt),
    requisition_id: requisitionOf(dice),
    title: inventTexts(draft).title,
    company_name: board.name,
    first_published: formatEastern(edition.publishedAt),
    language: languageOf(draft).toLowerCase(),
  };
}

/** What content=true adds; a single job has it always. */
export function showContent(draft: Draft, edition: Edition): JsonObject {
  const { board, office, profile } = draft;
  return {
    content: contentOf(board, inventTexts(draft), payOf(draft, edition), languageOf(draft), edition.edits),
    departments: [showDepartment(profile, board.position)],
    offices: showOffices(office, board.position),
  };
}

/** What pay_transparency=true adds to a single job, and only there. */
export const showPay = (draft: Draft, edition: Edition): JsonObject => ({ pay_input_ranges: payOf(draft, edition) });

function requisitionOf(dice: Dice): string | null {
  if (dice.chance(Draw.Requisition, NO_REQUISITION)) return null;
  const number = dice.below(Draw.Billing, 900);
  return number % 2 === 0 ? `R-${number}` : String(number);
}

/** Fields that a company has added for itself; no board shows the same ones. */
function metadataOf(dice: Dice): JsonObject[] | null {
  if (!dice.chance(Draw.Metadata, METADATA)) return null;
  const value = dice.chance(Draw.WorkFormat, 0.2) ? null : dice.pick(Draw.Schedule, ['Remote', 'Hybrid', 'On-site']);
  return [{ id: rawNumber(4_000_300_001), name: 'Workplace Type', value, value_type: 'single_select' }];
}
