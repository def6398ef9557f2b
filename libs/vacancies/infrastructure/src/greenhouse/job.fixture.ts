import { parseJson } from '../http-source/parse-json';

/** A job as a board writes it: numbers for identifiers, the time of New York, and HTML with every special character escaped. */
const JOB = `{
  "absolute_url": "https://job-boards.greenhouse.io/quietlantern/jobs/4000001009",
  "internal_job_id": 4500000017,
  "location": {"name": "Berlin, Germany; Remote - EU"},
  "metadata": [{"id": 4000300001, "name": "Workplace Type", "value": "Hybrid", "value_type": "single_select"}],
  "id": 4000001009,
  "updated_at": "2026-10-30T10:55:28-04:00",
  "requisition_id": "R-12",
  "title": "Backend Engineer",
  "company_name": "Quiet Lantern",
  "first_published": "2026-03-08T01:30:00.250-05:00",
  "content": "&lt;div class=&quot;content-intro&quot;&gt;&lt;p&gt;R&amp;amp;D&amp;nbsp;first&lt;/p&gt;&lt;/div&gt;\\n&lt;ul&gt;&lt;li&gt;It&#39;s a &amp;lt;b&amp;gt;&lt;/li&gt;&lt;/ul&gt;",
  "departments": [{"id": 4000100003, "name": "Engineering", "parent_id": null, "child_ids": []}],
  "offices": [
    {"id": 4000100501, "name": "EMEA", "location": null, "child_ids": [4000100506], "parent_id": null},
    {"id": 4000100506, "name": "Berlin", "location": "Berlin, Germany", "child_ids": [], "parent_id": 4000100501}
  ]
}`;

/** What is stored of a job. */
export const aJob = (changes: Readonly<Record<string, unknown>> = {}) => ({
  board: 'quietlantern',
  job: { ...(parseJson(JOB) as Record<string, unknown>), ...changes },
});

/** How Greenhouse shows pay in a description. */
export const payShown = (title: string, from: string, to: string): string => {
  const range = `<span>${from}</span><span class="divider">&mdash;</span><span>${to}</span>`;
  const html = `<div class="content-pay-transparency"><div class="pay-input"><div class="description"><p>Base pay.</p></div><div class="title">${title}</div><div class="pay-range">${range}</div></div></div>`;
  return html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
};
