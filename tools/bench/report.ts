import type { Summary } from './statistics';

/** Lines of a Markdown table, its columns as wide as their widest cell. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

export const spread = ({ min, median, max }: Summary, digits = 0): readonly string[] =>
  [min, median, max].map((value) => value.toFixed(digits));

/** Whether the goal is reached, in words. */
export const verdict = (reached: boolean, goal: string): string => `${reached ? 'reached' : 'MISSED'}: ${goal}`;
