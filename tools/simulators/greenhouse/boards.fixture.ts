import type { RunningSimulator } from '@job-scope/simulator-shared';

interface Branch {
  readonly id: number;
  readonly name: string;
  readonly parent_id: number | null;
  readonly child_ids: readonly number[];
}

/** What the specs read of a job. */
export interface Job {
  readonly id: number;
  readonly internal_job_id: number | null;
  readonly title: string;
  readonly updated_at: string;
  readonly first_published: string;
  readonly requisition_id: string | null;
  readonly location: { readonly name: string };
  readonly absolute_url: string;
  readonly metadata: readonly { readonly value: string | null }[] | null;
  readonly company_name: string;
  readonly language: string;
  readonly content: string;
  readonly departments: readonly Branch[];
  readonly offices: readonly (Branch & { readonly location: string | null })[];
  readonly pay_input_ranges?: readonly {
    readonly min_cents: number;
    readonly max_cents: number;
    readonly currency_type: string;
    readonly title: string;
    readonly blurb: string;
  }[];
}

/** What a client of the boards does, over HTTP. */
export const clientOf = ({ url }: RunningSimulator) => {
  const send = (path: string, headers: Record<string, string> = {}) => fetch(`${url}/v1/boards/${path}`, { headers });
  const board = async (token: string) => (await (await send(`${token}/jobs?content=true`)).json()) as Listing;
  /** Ids as they stand in the text: `JSON.parse` would round some. */
  const ids = async (token: string) => {
    const text = await (await send(`${token}/jobs`)).text();
    return [...text.matchAll(/"id":(\d+),"updated_at"/g)].map(([, id]) => id as string);
  };
  const job = async (token: string, id: string | number) =>
    (await (await send(`${token}/jobs/${id}?pay_transparency=true`)).json()) as Job;
  return { send, board, ids, job };
};

export interface Listing {
  readonly jobs: readonly Job[];
  readonly meta: { readonly total: number };
}

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** One layer of entities taken off. */
export const decode = (text: string): string =>
  text.replaceAll(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity);
