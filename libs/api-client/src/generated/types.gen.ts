// Generated from docs/openapi.json (npx nx run api-client:generate); do not edit.

export type ClientOptions = {
    baseUrl: `${string}://${string}` | (string & {});
};

export type Address = {
    city: string | null;
    street: string | null;
    building: string | null;
    /**
     * How to find it, in the words of the employer.
     */
    description: string | null;
    /**
     * The whole in one line.
     */
    text: string | null;
    /**
     * WGS 84, in degrees.
     */
    point: GeoPoint | null;
    metro: Array<MetroStation>;
};

export type AddressBody = {
    city?: string | null;
    street?: string | null;
    building?: string | null;
    /**
     * How to find it.
     */
    description?: string | null;
    /**
     * The whole in one line.
     */
    text?: string | null;
    /**
     * WGS 84, in degrees.
     */
    point?: GeoPoint | null;
};

export type Area = {
    /**
     * The source that has it.
     */
    source: string;
    /**
     * The source's own identifier: `areaId` of searches.
     */
    id: string;
    name: string;
    /**
     * Null for the widest.
     */
    parentId: string | null;
    /**
     * From the widest area to this one.
     */
    path: Array<Reference>;
    /**
     * Whether others lie in it.
     */
    hasChildren: boolean;
};

export type AreaList = {
    /**
     * By name.
     */
    items: Array<Area>;
};

export type AuditActor = {
    /**
     * `user`, or who else did it: `anonymous`, `operator`, `service`.
     */
    kind: string;
    /**
     * Of a user; others have none.
     */
    id: string | null;
};

export type AuditEvent = {
    id: string;
    at: string;
    /**
     * The part of the system in which it happened.
     */
    context: 'auth' | 'vacancies';
    /**
     * What was done. More can come.
     */
    action: string;
    /**
     * Who did it.
     */
    actor: AuditActor;
    /**
     * To whom or what it was done; null if to nothing that is known, as in a login under an unknown address.
     */
    subject: AuditSubject | null;
    /**
     * From which address; null if it was done on the server.
     */
    ip: string | null;
    userAgent: string | null;
    /**
     * Finds the request in the logs.
     */
    traceId: string | null;
    /**
     * What else there is to say of an event of this action.
     */
    details: {
        [key: string]: string;
    };
};

export type AuditEventPage = {
    items: Array<AuditEvent>;
    /**
     * `cursor` of the next page; absent on the last one.
     */
    nextCursor?: string;
};

export type AuditSubject = {
    /**
     * Such as `user`, `session`, `collection-run`, `schedule`, `source`, `vacancy`.
     */
    kind: string;
    id: string;
};

export type ChangeEmailBody = {
    /**
     * In any case.
     */
    email: string;
    /**
     * Of the account.
     */
    password: string;
};

export type ChangePasswordBody = {
    /**
     * The one that is good now.
     */
    currentPassword: string;
    /**
     * At least 12 characters of any kind, and none of those that everybody tries first.
     */
    newPassword: string;
};

export type ChangeProfileBody = {
    /**
     * Null takes it away.
     */
    displayName: string | null;
};

export type ChangeSavedSearchBody = {
    /**
     * Unique among your saved searches.
     */
    name?: string;
    /**
     * Takes the place of the whole search.
     */
    search?: SearchFilterParameters;
    /**
     * How often is looked for new matches.
     */
    frequency?: 'hourly' | 'daily';
    /**
     * In which the mails are written.
     */
    language?: 'ru' | 'en';
};

export type ChangeScheduleBody = {
    /**
     * Unique.
     */
    name?: string;
    /**
     * For people; null takes it away.
     */
    description?: string | null;
    /**
     * The aggregator to collect from.
     */
    source?: string;
    /**
     * What to collect; takes the place of the whole query.
     */
    query?: CollectionQuery;
    /**
     * Take all that the query matches, and find out what has become of those that it matched before and no longer does; or only what was published since the last run of the same query that read all it should.
     */
    mode?: 'full' | 'incremental';
    /**
     * How many requests a run may send, all its workers together; then it ends `partial`. Null for what is usual.
     */
    maxRequests?: number | null;
    /**
     * Five or six fields: second (may be left out), minute, hour, day, month, weekday. At least 60 seconds must lie between any two times.
     */
    cron?: string;
    /**
     * In which the fields are read: an IANA name.
     */
    timeZone?: string;
    /**
     * Each time is served up to so many seconds later, so that schedules of one time do not all start at once. Must be less than lies between any two times.
     */
    jitterSeconds?: number;
    /**
     * What to do when a time comes while a run of the schedule is under way: leave it out, or wait until the run has ended. One time at most waits; others are left out.
     */
    overlap?: 'skip' | 'queue';
    /**
     * What to do with times that no scheduler has served: make up for all of them by one run, or leave out those that are later than the tolerance.
     */
    misfire?: 'fire-once' | 'skip';
    /**
     * How many seconds late a time may be served before it counts as missed.
     */
    misfireToleranceSeconds?: number;
};

export type ChangeUserBody = {
    /**
     * Whether they may log in. Taking it ends their access at once.
     */
    active?: boolean;
    superuser?: boolean;
    /**
     * Null takes it away.
     */
    displayName?: string | null;
};

export type ChangeVacancyBody = {
    title?: string;
    /**
     * The page for people.
     */
    url?: string;
    /**
     * Where one applies.
     */
    applyUrl?: string | null;
    employer?: EmployerBody | null;
    /**
     * By HeadHunter's identifier (`GET /api/v1/areas`), areas above find it, too.
     */
    area?: ReferenceBody | null;
    /**
     * Where the work is done. Metro stations are not taken: those that the source has told go with its address.
     */
    address?: AddressBody | null;
    /**
     * With one bound at least.
     */
    salary?: Salary | null;
    /**
     * The experience asked for.
     */
    experience?: ReferenceBody | null;
    employment?: ReferenceBody | null;
    schedule?: ReferenceBody | null;
    /**
     * On site, remote and the like; several may be offered.
     */
    workFormats?: Array<ReferenceBody>;
    professionalRoles?: Array<ReferenceBody>;
    requirement?: string | null;
    responsibility?: string | null;
    /**
     * Whether applicants are tested.
     */
    hasTest?: boolean;
    /**
     * Whether it is closed.
     */
    archived?: boolean;
    /**
     * From 1970 on. Lists by time go by it. By default when it is created.
     */
    publishedAt?: string;
    /**
     * The full text, as HTML: what would run or load is taken out.
     */
    description?: string | null;
    keySkills?: Array<string>;
};

export type ClearSourceBody = {
    /**
     * The name of the source once more.
     */
    confirm: string;
};

export type ClearedSource = {
    /**
     * Runs that were cancelled.
     */
    cancelled: number;
};

export type CollectionCounts = {
    /**
     * Requests sent to the source, repeated ones included.
     */
    requests: number;
    /**
     * Of the requests: those that the source answered by 429, for there were too many.
     */
    throttled: number;
    /**
     * Vacancies the source has shown.
     */
    fetched: number;
    /**
     * Vacancies stored for the first time.
     */
    created: number;
    /**
     * Vacancies whose content had changed.
     */
    changed: number;
    /**
     * Vacancies stored before, and the same still.
     */
    unchanged: number;
    /**
     * Items that could not be understood.
     */
    skipped: number;
    /**
     * Vacancies that were asked for alone: new and changed ones for their details, and those seen no longer.
     */
    asked: number;
    /**
     * Vacancies that turned out to be closed.
     */
    archived: number;
    /**
     * Vacancies that turned out to be gone.
     */
    gone: number;
};

export type CollectionQuery = {
    /**
     * In the language of the source.
     */
    text?: string;
    /**
     * Where the text is looked for; together with `text`.
     */
    searchFields?: Array<string>;
    /**
     * Vacancies with these words are left out.
     */
    excludedText?: string;
    /**
     * Areas, each with all that lies in it.
     */
    areas?: Array<string>;
    /**
     * Lines and stations of the underground.
     */
    metro?: Array<string>;
    /**
     * Where the address lies.
     */
    box?: GeoBox;
    /**
     * Professional roles.
     */
    professionalRoles?: Array<string>;
    /**
     * Industries of employers.
     */
    industries?: Array<string>;
    /**
     * Employers; at Greenhouse the boards.
     */
    employers?: Array<string>;
    /**
     * Employers whose vacancies are left out.
     */
    excludedEmployers?: Array<string>;
    /**
     * Years of experience.
     */
    experience?: Array<string>;
    /**
     * Kinds of employment; HeadHunter replaces them by `employmentForms`.
     */
    employment?: Array<string>;
    /**
     * Forms of employment.
     */
    employmentForms?: Array<string>;
    /**
     * Schedules; HeadHunter replaces them by `workFormats`.
     */
    schedule?: Array<string>;
    /**
     * Where the work is done.
     */
    workFormats?: Array<string>;
    /**
     * Kinds of part-time work.
     */
    partTime?: Array<string>;
    /**
     * Marks, of which a vacancy must have all.
     */
    labels?: Array<string>;
    /**
     * About so much, in whole units; vacancies that state none are meant too, unless `onlyWithSalary`.
     */
    salary?: number;
    /**
     * The source's code of the currency of `salary`; without it the source's own currency.
     */
    currency?: string;
    /**
     * Only vacancies that state a salary.
     */
    onlyWithSalary?: boolean;
    /**
     * Only vacancies for some time.
     */
    acceptTemporary?: boolean;
};

export type CollectionRun = {
    id: string;
    source: string;
    query: CollectionQuery;
    /**
     * Take all that the query matches, and find out what has become of those that it matched before and no longer does; or only what was published since the last run of the same query that read all it should.
     */
    mode: 'full' | 'incremental';
    /**
     * How many requests it may send; null until a worker has set what is usual.
     */
    maxRequests: number | null;
    status: 'requested' | 'collecting' | 'finished';
    /**
     * How it ended; null until it has.
     */
    outcome: 'complete' | 'partial' | 'empty' | 'blocked' | 'parse-errors' | 'failed' | 'cancelled' | null;
    /**
     * Why it ended so, for people; null when all went well.
     */
    reason: string | null;
    requestedBy: RunRequester;
    requestedAt: string;
    /**
     * When a worker took it up.
     */
    startedAt: string | null;
    /**
     * When it ended.
     */
    finishedAt: string | null;
    /**
     * How many vacancies the source says it has; null until it has said so.
     */
    found: number | null;
    counts: CollectionCounts;
    /**
     * The share done; null until the source has said how much there is.
     */
    progress: number | null;
};

export type CollectionRunDetail = {
    id: string;
    source: string;
    query: CollectionQuery;
    /**
     * Take all that the query matches, and find out what has become of those that it matched before and no longer does; or only what was published since the last run of the same query that read all it should.
     */
    mode: 'full' | 'incremental';
    /**
     * How many requests it may send; null until a worker has set what is usual.
     */
    maxRequests: number | null;
    status: 'requested' | 'collecting' | 'finished';
    /**
     * How it ended; null until it has.
     */
    outcome: 'complete' | 'partial' | 'empty' | 'blocked' | 'parse-errors' | 'failed' | 'cancelled' | null;
    /**
     * Why it ended so, for people; null when all went well.
     */
    reason: string | null;
    requestedBy: RunRequester;
    requestedAt: string;
    /**
     * When a worker took it up.
     */
    startedAt: string | null;
    /**
     * When it ended.
     */
    finishedAt: string | null;
    /**
     * How many vacancies the source says it has; null until it has said so.
     */
    found: number | null;
    counts: CollectionCounts;
    /**
     * The share done; null until the source has said how much there is.
     */
    progress: number | null;
    /**
     * How many parts of the run stand in which state.
     */
    windows: WindowStates;
};

export type CollectionRunPage = {
    items: Array<CollectionRun>;
    /**
     * `cursor` of the next page; absent on the last one.
     */
    nextCursor?: string;
};

export type CollectionWindow = {
    id: string;
    /**
     * The window that it is a part of.
     */
    parentId: string | null;
    /**
     * Whether a list of the source is read, or vacancies are asked for, each alone.
     */
    task: 'list' | 'inquiry';
    state: 'planned' | 'collecting' | 'done' | 'split' | 'blocked' | 'failed' | 'capped' | 'cancelled';
    /**
     * Published from then on; null is unbounded.
     */
    publishedFrom: string | null;
    /**
     * Published until then; null is unbounded.
     */
    publishedTo: string | null;
    /**
     * Further filters, in the words of the source.
     */
    filters: {
        [key: string]: string;
    };
    /**
     * What the source says it has in it.
     */
    found: number | null;
    counts: CollectionCounts;
};

export type CollectionWindowPage = {
    /**
     * In the order of their making.
     */
    items: Array<CollectionWindow>;
    /**
     * `cursor` of the next page; absent on the last one.
     */
    nextCursor?: string;
};

export type ConfirmEmailBody = {
    /**
     * From the link of the mail.
     */
    token: string;
    /**
     * Of the account, as it was chosen at registration.
     */
    password: string;
};

export type CookieSession = {
    /**
     * Seconds until the access token expires.
     */
    expiresIn: number;
};

export type CreateSavedSearchBody = {
    /**
     * Unique among your saved searches.
     */
    name: string;
    /**
     * Text and filters, by the names of the parameters of `searchVacancies`; empty for all open vacancies.
     */
    search: SearchFilterParameters;
    /**
     * How often is looked for new matches.
     */
    frequency?: 'hourly' | 'daily';
    /**
     * In which the mails are written.
     */
    language?: 'ru' | 'en';
    /**
     * Whether it waits to be resumed before it is looked at at all.
     */
    paused?: boolean;
};

export type CreateScheduleBody = {
    /**
     * Unique.
     */
    name: string;
    /**
     * For people.
     */
    description?: string | null;
    /**
     * The aggregator to collect from.
     */
    source: string;
    /**
     * What to collect; empty for everything.
     */
    query: CollectionQuery;
    /**
     * Take all that the query matches, and find out what has become of those that it matched before and no longer does; or only what was published since the last run of the same query that read all it should.
     */
    mode?: 'full' | 'incremental';
    /**
     * How many requests a run may send, all its workers together; then it ends `partial`. Null for what is usual.
     */
    maxRequests?: number | null;
    /**
     * Five or six fields: second (may be left out), minute, hour, day, month, weekday. At least 60 seconds must lie between any two times.
     */
    cron: string;
    /**
     * In which the fields are read: an IANA name.
     */
    timeZone: string;
    /**
     * Each time is served up to so many seconds later, so that schedules of one time do not all start at once. Must be less than lies between any two times.
     */
    jitterSeconds?: number;
    /**
     * What to do when a time comes while a run of the schedule is under way: leave it out, or wait until the run has ended. One time at most waits; others are left out.
     */
    overlap?: 'skip' | 'queue';
    /**
     * What to do with times that no scheduler has served: make up for all of them by one run, or leave out those that are later than the tolerance.
     */
    misfire?: 'fire-once' | 'skip';
    /**
     * How many seconds late a time may be served before it counts as missed.
     */
    misfireToleranceSeconds?: number;
    /**
     * Whether it waits to be resumed before it fires at all.
     */
    paused?: boolean;
};

export type CreateUserBody = {
    email: string;
    displayName?: string;
    superuser?: boolean;
};

export type CreateVacancyBody = {
    title?: string;
    /**
     * The page for people: where readers of the vacancy are sent.
     */
    url?: string;
    /**
     * Where one applies.
     */
    applyUrl?: string | null;
    employer?: EmployerBody | null;
    /**
     * By HeadHunter's identifier (`GET /api/v1/areas`), areas above find it, too.
     */
    area?: ReferenceBody | null;
    /**
     * Where the work is done. Metro stations are not taken: those that the source has told go with its address.
     */
    address?: AddressBody | null;
    /**
     * With one bound at least.
     */
    salary?: Salary | null;
    /**
     * The experience asked for.
     */
    experience?: ReferenceBody | null;
    employment?: ReferenceBody | null;
    schedule?: ReferenceBody | null;
    /**
     * On site, remote and the like; several may be offered.
     */
    workFormats?: Array<ReferenceBody>;
    professionalRoles?: Array<ReferenceBody>;
    requirement?: string | null;
    responsibility?: string | null;
    /**
     * Whether applicants are tested.
     */
    hasTest?: boolean;
    /**
     * Whether it is closed.
     */
    archived?: boolean;
    /**
     * From 1970 on. Lists by time go by it. By default when it is created.
     */
    publishedAt?: string;
    /**
     * The full text, as HTML: what would run or load is taken out.
     */
    description?: string | null;
    keySkills?: Array<string>;
};

export type DeadLetter = {
    id: string;
    source: string;
    runId: string;
    /**
     * The part of the run that was given up; null if the run could not even be planned.
     */
    windowId: string | null;
    /**
     * Why, in a word to group by. More can come.
     */
    reason: string;
    /**
     * Why, for people.
     */
    detail: string;
    /**
     * How often it was tried.
     */
    attempts: number;
    failedAt: string;
    /**
     * `open` waits for somebody to replay or to discard it.
     */
    state: 'open' | 'replayed' | 'discarded';
    /**
     * When it was replayed or discarded; null while it is open.
     */
    settledAt: string | null;
};

export type DeadLetterGroup = {
    source: string;
    reason: string;
    count: number;
    /**
     * When the first of them was given up.
     */
    firstAt: string;
    /**
     * When the last of them was given up.
     */
    lastAt: string;
};

export type DeadLetterGroups = {
    /**
     * By source, then by reason.
     */
    items: Array<DeadLetterGroup>;
};

export type DeadLetterPage = {
    items: Array<DeadLetter>;
    /**
     * `cursor` of the next page; absent on the last one.
     */
    nextCursor?: string;
};

export type DeleteAccountBody = {
    /**
     * Of the account: there is no way back.
     */
    password: string;
};

export type Description = {
    /**
     * Sanitised: text and its structure, links, nothing that runs or loads.
     */
    html: string;
    /**
     * The same as plain text, a line for each paragraph and item.
     */
    text: string;
};

export type DescriptionChange = {
    /**
     * The plain text that was replaced: by the next change's `before`, else by what the vacancy says now.
     */
    before: string | null;
};

export type DuplicateVacancy = {
    id: string;
    /**
     * The aggregator that it came from; `own` if superusers have created it.
     */
    source: string;
    /**
     * Its page at the source.
     */
    url: string;
};

export type EditedFieldList = {
    /**
     * As `PATCH` names them.
     */
    items: Array<string>;
};

export type Employer = {
    /**
     * Null for an anonymous vacancy.
     */
    id: string | null;
    name: string;
    /**
     * Its page at the source.
     */
    url: string | null;
    /**
     * Whether the source vouches for it, if it says so.
     */
    trusted: boolean | null;
    /**
     * On the state's list of IT companies, if known.
     */
    accreditedIt: boolean | null;
};

export type EmployerBody = {
    /**
     * By which searches find it; those of HeadHunter are shown as facets. By default the name. Null if it is anonymous.
     */
    id?: string | null;
    name: string;
    /**
     * Its page.
     */
    url?: string | null;
    /**
     * Whether somebody vouches for it.
     */
    trusted?: boolean | null;
    /**
     * On the state's list of IT companies.
     */
    accreditedIt?: boolean | null;
};

export type EngineIndex = {
    engine: 'postgres' | 'elasticsearch';
    /**
     * `outdated`: of an earlier version of the service; `newer`: of a later one.
     */
    state: 'absent' | 'ready' | 'outdated' | 'newer' | 'unavailable';
    name: string | null;
    /**
     * Of its shape.
     */
    version: number | null;
    /**
     * Null while the engine is away.
     */
    documents: number | null;
    /**
     * Vacancies that the engine refused.
     */
    refused: number;
    /**
     * The latest of them, 20 at most.
     */
    refusals: Array<IndexRefusal>;
};

export type Export = {
    id: string;
    format: 'csv' | 'jsonl';
    status: 'requested' | 'running' | 'succeeded' | 'failed';
    /**
     * How many vacancies are in the file so far. Fewer than before: it was begun anew.
     */
    rows: number;
    /**
     * How long the file is so far.
     */
    bytes: number;
    /**
     * How many vacancies matched when it began; null before, and when there were too many to count.
     */
    total: number | null;
    /**
     * Why it failed; while it runs, why its last step did, which is taken again.
     */
    failure: string | null;
    requestedAt: string;
    /**
     * When a worker took it up.
     */
    startedAt: string | null;
    /**
     * When it ended.
     */
    finishedAt: string | null;
    /**
     * When export and file are taken away; null while it is being made.
     */
    expiresAt: string | null;
    /**
     * Where the file can be had, by whoever knows this address. Null until it is ready.
     */
    downloadUrl: string | null;
    /**
     * When `downloadUrl` ends; read the export again for a new one.
     */
    downloadExpiresAt: string | null;
};

export type ExportPage = {
    items: Array<Export>;
    /**
     * `cursor` of the next page; absent on the last one.
     */
    nextCursor?: string;
};

export type ExportParameters = {
    /**
     * Words to find in title, skills, employer, requirement, responsibility and description, in any form, Russian or English, with slips forgiven and the usual other names of a thing (`js`, `k8s`); all must occur. `"…"` finds a phrase, `-word` excludes a word. Tokens such as `C++`, `C#`, `.NET` and `1С` are words.
     */
    text?: string;
    /**
     * The aggregator that the vacancy came from; `own` for what superusers have created. Repeat it for alternatives.
     */
    source?: Array<'headhunter' | 'trudvsem' | 'greenhouse' | 'own'>;
    /**
     * The source's identifier of an area, with all that lies below it. Repeat it for alternatives; those by identifier and by name are alternatives, too.
     */
    areaId?: Array<string>;
    /**
     * An area with all that lies below it. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
     */
    area?: Array<string>;
    /**
     * The source's identifier of an employer. Repeat it for alternatives; those by identifier and by name are alternatives, too.
     */
    employerId?: Array<string>;
    /**
     * An employer. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
     */
    employer?: Array<string>;
    /**
     * The source's identifier of a professional role. Repeat it for alternatives; those by identifier and by name are alternatives, too.
     */
    professionalRoleId?: Array<string>;
    /**
     * A professional role. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
     */
    professionalRole?: Array<string>;
    /**
     * The source's identifier of the experience asked for. Repeat it for alternatives; those by identifier and by name are alternatives, too.
     */
    experienceId?: Array<string>;
    /**
     * The experience asked for. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
     */
    experience?: Array<string>;
    /**
     * The source's identifier of a kind of employment. Repeat it for alternatives; those by identifier and by name are alternatives, too.
     */
    employmentId?: Array<string>;
    /**
     * A kind of employment. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
     */
    employment?: Array<string>;
    /**
     * The source's identifier of a schedule. Repeat it for alternatives; those by identifier and by name are alternatives, too.
     */
    scheduleId?: Array<string>;
    /**
     * A schedule. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
     */
    schedule?: Array<string>;
    /**
     * The source's identifier of a work format. Repeat it for alternatives; those by identifier and by name are alternatives, too.
     */
    workFormatId?: Array<string>;
    /**
     * A work format. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
     */
    workFormat?: Array<string>;
    /**
     * A skill, whole and in any case. Repeat it for alternatives.
     */
    skill?: Array<string>;
    /**
     * Offers that reach this, before tax in a month; unknown salaries do not.
     */
    salaryFrom?: number;
    /**
     * Offers that begin no higher than this, before tax in a month.
     */
    salaryTo?: number;
    /**
     * ISO 4217, of salaryFrom and salaryTo; turned into roubles by the rates of the day.
     */
    salaryCurrency?: string;
    /**
     * Only vacancies that state a salary.
     */
    onlyWithSalary?: boolean;
    /**
     * With a test for applicants (`true`) or without (`false`).
     */
    hasTest?: boolean;
    /**
     * Published at this moment or later.
     */
    publishedFrom?: string;
    /**
     * Published at this moment or earlier.
     */
    publishedTo?: string;
    /**
     * The northern edge of a box, in degrees; with south, west and east.
     */
    north?: number;
    /**
     * The southern edge of the box.
     */
    south?: number;
    /**
     * The western edge of the box; greater than east across the 180th meridian.
     */
    west?: number;
    /**
     * The eastern edge of the box.
     */
    east?: number;
    /**
     * The latitude of a point to be near to, in degrees; with lng and radiusKm.
     */
    lat?: number;
    /**
     * The longitude of the point.
     */
    lng?: number;
    /**
     * How far from the point.
     */
    radiusKm?: number;
    /**
     * Open (`active`), closed by the source (`archived`) or no longer to be found there (`gone`). Only open ones unless given. Repeat it for alternatives.
     */
    state?: Array<'active' | 'archived' | 'gone'>;
    /**
     * All of a group of duplicates, not only the one that stands for them.
     */
    includeDuplicates?: boolean;
    /**
     * `csv`: RFC 4180 with a header, for spreadsheets; `jsonl`: a JSON object a line, for programs.
     */
    format: 'csv' | 'jsonl';
    /**
     * By publication unless given.
     */
    sort?: 'published' | 'salary' | 'id';
    /**
     * Descending unless given.
     */
    order?: 'asc' | 'desc';
};

export type FacetValue = {
    /**
     * Null for an anonymous employer.
     */
    id: string | null;
    /**
     * For people.
     */
    name: string;
    count: number;
};

export type Facets = {
    source?: Array<FacetValue>;
    area?: Array<FacetValue>;
    employer?: Array<FacetValue>;
    professionalRole?: Array<FacetValue>;
    experience?: Array<FacetValue>;
    employment?: Array<FacetValue>;
    schedule?: Array<FacetValue>;
    workFormat?: Array<FacetValue>;
    skill?: Array<FacetValue>;
};

export type FireTime = {
    /**
     * As the cron expression names it.
     */
    at: string;
    /**
     * When it is served: later by its jitter, which is the same for all schedulers.
     */
    dueAt: string;
};

export type ForgotPasswordBody = {
    /**
     * In any case.
     */
    email: string;
};

export type GeoBox = {
    top: number;
    bottom: number;
    left: number;
    right: number;
};

export type GeoPoint = {
    lat: number;
    lng: number;
};

export type HiddenVacancy = {
    id: string;
    /**
     * The aggregator that it came from; `own` if superusers have created it.
     */
    source: string;
    /**
     * The source's own identifier.
     */
    sourceId: string;
    title: string;
    /**
     * Its page at the source.
     */
    url: string;
    employer: Employer | null;
    area: Reference | null;
    /**
     * Null when none is stated.
     */
    salary: Salary | null;
    /**
     * The salary as it is compared with others: in roubles before tax in a month. Null if it cannot be.
     */
    monthlySalary: MonthlySalary | null;
    /**
     * The experience asked for.
     */
    experience: Reference | null;
    employment: Reference | null;
    schedule: Reference | null;
    /**
     * On site, remote and the like; several may be offered.
     */
    workFormats: Array<Reference>;
    professionalRoles: Array<Reference>;
    /**
     * Whether the employer asks applicants to take a test.
     */
    hasTest: boolean;
    /**
     * Plain text.
     */
    requirement: string | null;
    /**
     * Plain text.
     */
    responsibility: string | null;
    publishedAt: string;
    /**
     * Open, closed by its source, or no longer to be found there.
     */
    state: 'active' | 'archived' | 'gone';
    /**
     * For `If-Match`.
     */
    revision: number;
    hiddenAt: string;
};

export type HiddenVacancyPage = {
    items: Array<HiddenVacancy>;
    /**
     * `cursor` of the next page; absent on the last one.
     */
    nextCursor?: string;
};

export type Highlights = {
    title?: string;
    employer?: string;
    requirement?: string;
    responsibility?: string;
    /**
     * The fragments around what matched.
     */
    description?: string;
    skills?: string;
};

export type IndexDrift = {
    /**
     * Stored, but not in the index.
     */
    missing: number;
    /**
     * In the index with an earlier revision.
     */
    stale: number;
    /**
     * In the index, but not stored.
     */
    surplus: number;
    /**
     * In the index with a later revision than is stored: only a rebuild repairs that.
     */
    ahead: number;
    /**
     * Differing because the engine refused them.
     */
    refused: number;
    /**
     * Differing because their change is on its way.
     */
    waiting: number;
    /**
     * Repaired.
     */
    repaired: number;
    /**
     * Some vacancies of each kind of difference.
     */
    samples: {
        [key: string]: Array<string>;
    };
};

export type IndexLag = {
    /**
     * Changes that are on their way to the indexes.
     */
    pending: number;
    /**
     * When the oldest of them was stored.
     */
    oldestAt: string | null;
};

export type IndexOperation = {
    id: string;
    kind: 'create' | 'rebuild' | 'check' | 'delete';
    engine: 'postgres' | 'elasticsearch';
    /**
     * Whether it repairs what it finds.
     */
    repair: boolean;
    status: 'requested' | 'running' | 'succeeded' | 'failed';
    /**
     * The index that it fills.
     */
    target: string | null;
    /**
     * Vacancies that it has dealt with.
     */
    processed: number;
    /**
     * How many vacancies were stored when it began; null before.
     */
    total: number | null;
    /**
     * What a check has found so far.
     */
    drift: IndexDrift | null;
    /**
     * Why it failed; while it runs, why its last step did, which is taken again.
     */
    failure: string | null;
    /**
     * The superuser; null if a command or a worker wanted it.
     */
    requestedBy: string | null;
    requestedAt: string;
    /**
     * When a worker took it up.
     */
    startedAt: string | null;
    /**
     * When it ended.
     */
    finishedAt: string | null;
};

export type IndexRefusal = {
    vacancyId: string;
    revision: number;
    /**
     * What the engine said.
     */
    reason: string;
    at: string;
};

export type Jwk = {
    kty: 'EC';
    crv: 'P-256';
    x: string;
    y: string;
    /**
     * RFC 7638 thumbprint.
     */
    kid: string;
    alg: 'ES256';
    use: 'sig';
};

export type JwkSet = {
    keys: Array<Jwk>;
};

export type LogInBody = {
    /**
     * In any case.
     */
    email: string;
    password: string;
    /**
     * How the tokens shall travel: in cookies that no script can read, or in bodies and the `Authorization` header. By default as the server is set; `cookie` if it allows both.
     */
    transport?: 'cookie' | 'header';
    /**
     * What the device shall be called in the list of sessions; by default it is told from `User-Agent`.
     */
    deviceName?: string;
};

export type MetroStation = {
    /**
     * The source's own identifier; stable.
     */
    id: string;
    /**
     * For people.
     */
    name: string;
    line: Reference;
    point: GeoPoint | null;
};

export type MonthlySalary = {
    /**
     * The lower bound in roubles; null if there is none.
     */
    from: number | null;
    /**
     * The upper bound in roubles; null if there is none.
     */
    to: number | null;
    currency: 'RUB';
    /**
     * Whether more than a rate of exchange was needed: an hour counts 1/164 and a shift 1/15 of a month; a rouble after tax is 0.87 of one before it; other amounts that are not said to be before tax are taken as if they were.
     */
    estimated: boolean;
    /**
     * The day of the rate of exchange.
     */
    ratesOf: string;
};

export type Problem = {
    type: string;
    title: string;
    status: number;
    /**
     * Stable: what programs should look at.
     */
    code: string;
    /**
     * One sentence for people.
     */
    detail?: string;
    /**
     * The path that was asked; absent if the request could not be read so far.
     */
    instance?: string;
    /**
     * Finds the request in the logs.
     */
    traceId: string;
    /**
     * The fields at fault.
     */
    errors?: Array<ProblemField>;
};

export type ProblemField = {
    /**
     * RFC 6901 pointer into the body, or to the parameter.
     */
    pointer: string;
    message: string;
};

export type Profile = {
    id: string;
    email: string;
    displayName: string | null;
    superuser: boolean;
    /**
     * The e-mail address is proved to be theirs.
     */
    verified: boolean;
    createdAt: string;
};

export type Reference = {
    /**
     * The source's own identifier; stable.
     */
    id: string;
    /**
     * For people.
     */
    name: string;
};

export type ReferenceBody = {
    /**
     * By which searches find it; those of HeadHunter are shown as facets. By default the name.
     */
    id?: string;
    /**
     * For people.
     */
    name: string;
};

export type RefreshBody = {
    /**
     * Only with the `header` transport; otherwise the cookie is used.
     */
    refreshToken?: string;
};

export type RegisterBody = {
    /**
     * In any case.
     */
    email: string;
    /**
     * At least 12 characters of any kind, and none of those that everybody tries first.
     */
    password: string;
    displayName?: string;
};

export type ReplayDeadLettersBody = {
    /**
     * Only what was to be collected from this source.
     */
    source?: string;
    /**
     * Only what was given up for this reason.
     */
    reason?: string;
};

export type ReplayedDeadLetters = {
    replayed: number;
    /**
     * Left as they are, because their runs were cancelled, or may send no more requests.
     */
    refused: number;
    /**
     * There are others, more than one call replays: call again.
     */
    more: boolean;
};

export type RequestCollectionBody = {
    /**
     * The aggregator to collect from.
     */
    source: string;
    /**
     * What to collect; empty for everything.
     */
    query: CollectionQuery;
    /**
     * Take all that the query matches, and find out what has become of those that it matched before and no longer does; or only what was published since the last run of the same query that read all it should.
     */
    mode?: 'full' | 'incremental';
    /**
     * How many requests a run may send, all its workers together; then it ends `partial`. Null for what is usual.
     */
    maxRequests?: number | null;
};

export type RequestIndexOperationBody = {
    /**
     * `create` makes an index that is missing; `rebuild` makes it anew while searches go on in the old one; `check` compares it with what is stored; `delete` leaves nothing to find until it is made again.
     */
    kind: 'create' | 'rebuild' | 'check' | 'delete';
    /**
     * The engine that searches read, unless another is named.
     */
    engine?: 'postgres' | 'elasticsearch';
    /**
     * Whether a check repairs what differs.
     */
    repair?: boolean;
};

export type ResetPasswordBody = {
    /**
     * From the link of the mail.
     */
    token: string;
    /**
     * At least 12 characters of any kind, and none of those that everybody tries first.
     */
    password: string;
};

export type RunEventMessage = {
    /**
     * The number of the event in its run, from 1.
     */
    id: string;
    /**
     * What happened.
     */
    event: 'started' | 'planned' | 'page-stored' | 'item-skipped' | 'window-split' | 'window-ended' | 'replayed' | 'swept' | 'asked' | 'finished';
    /**
     * A JSON object: when it happened, and what it was about.
     */
    data: string;
};

export type RunRequester = {
    kind: 'user' | 'schedule' | 'operator';
    /**
     * Of an operator the account on the server.
     */
    id: string;
};

export type Salary = {
    /**
     * The lower bound in major units of the currency (roubles, not kopecks); null if there is none.
     */
    from: number | null;
    /**
     * The upper bound in major units of the currency; null if there is none.
     */
    to: number | null;
    /**
     * ISO 4217.
     */
    currency: string;
    /**
     * Before tax; null if the source does not say.
     */
    gross: boolean | null;
    /**
     * What one payment covers.
     */
    period: 'month' | 'hour' | 'shift' | 'fly-in-fly-out' | 'project';
};

export type SalaryChange = {
    before: Salary | null;
    after: Salary | null;
};

export type SalaryFigures = {
    vacancies: number;
    /**
     * How many of them state a salary that can be compared; the others have no part in the percentiles.
     */
    withSalary: number;
    /**
     * How many of the salaries are estimated (see `monthlySalary` of vacancies), from 0 to 1; null if none.
     */
    estimatedShare: number | null;
    /**
     * In roubles before tax in a month, of the middle of each offer or its only bound. Null without salaries.
     */
    percentiles: SalaryPercentiles | null;
};

export type SalaryGroup = {
    vacancies: number;
    /**
     * How many of them state a salary that can be compared; the others have no part in the percentiles.
     */
    withSalary: number;
    /**
     * How many of the salaries are estimated (see `monthlySalary` of vacancies), from 0 to 1; null if none.
     */
    estimatedShare: number | null;
    /**
     * In roubles before tax in a month, of the middle of each offer or its only bound. Null without salaries.
     */
    percentiles: SalaryPercentiles | null;
    /**
     * The source's own identifier; of a month `2026-01`, of a day `2026-01-31`. Null for an anonymous employer.
     */
    id: string | null;
    name: string;
};

export type SalaryPercentiles = {
    /**
     * 10 % of the salaries are no higher.
     */
    p10: number;
    /**
     * 25 % of the salaries are no higher.
     */
    p25: number;
    /**
     * 50 % of the salaries are no higher.
     */
    p50: number;
    /**
     * 75 % of the salaries are no higher.
     */
    p75: number;
    /**
     * 90 % of the salaries are no higher.
     */
    p90: number;
};

export type SalaryStatistics = {
    /**
     * False if very many vacancies match: then a part is drawn and the numbers are extrapolated from it.
     */
    exact: boolean;
    all: SalaryFigures;
    /**
     * The largest first; months and days in their order.
     */
    groups: Array<SalaryGroup>;
};

export type SavedSearch = {
    id: string;
    name: string;
    /**
     * Text and filters, by the names of the parameters of `searchVacancies`; empty for all open vacancies.
     */
    search: SearchFilterParameters;
    /**
     * How often is looked for new matches.
     */
    frequency: 'hourly' | 'daily';
    /**
     * In which the mails are written.
     */
    language: 'ru' | 'en';
    paused: boolean;
    /**
     * Where mails go: your confirmed address. Null until it is known here, a few seconds after it was confirmed; nothing is sent as long as it is null.
     */
    deliverTo: string | null;
    /**
     * When the next look for new matches is due; null while it is paused.
     */
    nextLookAt: string | null;
    /**
     * Goes up with every change; also the entity tag.
     */
    revision: number;
    /**
     * When you made it.
     */
    createdAt: string;
    /**
     * When you changed it last.
     */
    updatedAt: string;
};

export type SavedSearches = {
    items: Array<SavedSearch>;
};

export type Schedule = {
    id: string;
    name: string;
    description: string | null;
    source: string;
    query: CollectionQuery;
    /**
     * Take all that the query matches, and find out what has become of those that it matched before and no longer does; or only what was published since the last run of the same query that read all it should.
     */
    mode: 'full' | 'incremental';
    /**
     * How many requests a run may send, all its workers together; then it ends `partial`. Null for what is usual.
     */
    maxRequests: number | null;
    cron: string;
    timeZone: string;
    jitterSeconds: number;
    overlap: 'skip' | 'queue';
    misfire: 'fire-once' | 'skip';
    misfireToleranceSeconds: number;
    paused: boolean;
    /**
     * Null while it is paused.
     */
    nextFire: FireTime | null;
    /**
     * The time whose run waits until the run before it has ended; null for none.
     */
    waitingFireAt: string | null;
    /**
     * Null before the first.
     */
    lastFire: ScheduleFire | null;
    /**
     * Goes up with every change; also the entity tag.
     */
    revision: number;
    /**
     * When somebody made it.
     */
    createdAt: string;
    /**
     * When somebody changed it last.
     */
    updatedAt: string;
};

export type ScheduleDetail = {
    id: string;
    name: string;
    description: string | null;
    source: string;
    query: CollectionQuery;
    /**
     * Take all that the query matches, and find out what has become of those that it matched before and no longer does; or only what was published since the last run of the same query that read all it should.
     */
    mode: 'full' | 'incremental';
    /**
     * How many requests a run may send, all its workers together; then it ends `partial`. Null for what is usual.
     */
    maxRequests: number | null;
    cron: string;
    timeZone: string;
    jitterSeconds: number;
    overlap: 'skip' | 'queue';
    misfire: 'fire-once' | 'skip';
    misfireToleranceSeconds: number;
    paused: boolean;
    /**
     * Null while it is paused.
     */
    nextFire: FireTime | null;
    /**
     * The time whose run waits until the run before it has ended; null for none.
     */
    waitingFireAt: string | null;
    /**
     * Null before the first.
     */
    lastFire: ScheduleFire | null;
    /**
     * Goes up with every change; also the entity tag.
     */
    revision: number;
    /**
     * When somebody made it.
     */
    createdAt: string;
    /**
     * When somebody changed it last.
     */
    updatedAt: string;
    /**
     * The next five times; none while it is paused.
     */
    nextFires: Array<FireTime>;
    /**
     * The last ten times, the latest first.
     */
    lastFires: Array<ScheduleFire>;
};

export type ScheduleFire = {
    /**
     * As the cron expression names it.
     */
    at: string;
    /**
     * Whether it was served, waits for the run before it to end, or was left out, and why.
     */
    outcome: 'fired' | 'queued' | 'skipped-overlap' | 'skipped-misfire';
    /**
     * The run that serves it.
     */
    runId: string | null;
    /**
     * When that was decided.
     */
    recordedAt: string;
};

export type SchedulePage = {
    items: Array<Schedule>;
    /**
     * `cursor` of the next page; absent on the last one.
     */
    nextCursor?: string;
};

export type SearchFilterParameters = {
    /**
     * Words to find in title, skills, employer, requirement, responsibility and description, in any form, Russian or English, with slips forgiven and the usual other names of a thing (`js`, `k8s`); all must occur. `"…"` finds a phrase, `-word` excludes a word. Tokens such as `C++`, `C#`, `.NET` and `1С` are words.
     */
    text?: string;
    /**
     * The aggregator that the vacancy came from; `own` for what superusers have created. Repeat it for alternatives.
     */
    source?: Array<'headhunter' | 'trudvsem' | 'greenhouse' | 'own'>;
    /**
     * The source's identifier of an area, with all that lies below it. Repeat it for alternatives; those by identifier and by name are alternatives, too.
     */
    areaId?: Array<string>;
    /**
     * An area with all that lies below it. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
     */
    area?: Array<string>;
    /**
     * The source's identifier of an employer. Repeat it for alternatives; those by identifier and by name are alternatives, too.
     */
    employerId?: Array<string>;
    /**
     * An employer. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
     */
    employer?: Array<string>;
    /**
     * The source's identifier of a professional role. Repeat it for alternatives; those by identifier and by name are alternatives, too.
     */
    professionalRoleId?: Array<string>;
    /**
     * A professional role. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
     */
    professionalRole?: Array<string>;
    /**
     * The source's identifier of the experience asked for. Repeat it for alternatives; those by identifier and by name are alternatives, too.
     */
    experienceId?: Array<string>;
    /**
     * The experience asked for. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
     */
    experience?: Array<string>;
    /**
     * The source's identifier of a kind of employment. Repeat it for alternatives; those by identifier and by name are alternatives, too.
     */
    employmentId?: Array<string>;
    /**
     * A kind of employment. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
     */
    employment?: Array<string>;
    /**
     * The source's identifier of a schedule. Repeat it for alternatives; those by identifier and by name are alternatives, too.
     */
    scheduleId?: Array<string>;
    /**
     * A schedule. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
     */
    schedule?: Array<string>;
    /**
     * The source's identifier of a work format. Repeat it for alternatives; those by identifier and by name are alternatives, too.
     */
    workFormatId?: Array<string>;
    /**
     * A work format. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
     */
    workFormat?: Array<string>;
    /**
     * A skill, whole and in any case. Repeat it for alternatives.
     */
    skill?: Array<string>;
    /**
     * Offers that reach this, before tax in a month; unknown salaries do not.
     */
    salaryFrom?: number;
    /**
     * Offers that begin no higher than this, before tax in a month.
     */
    salaryTo?: number;
    /**
     * ISO 4217, of salaryFrom and salaryTo; turned into roubles by the rates of the day.
     */
    salaryCurrency?: string;
    /**
     * Only vacancies that state a salary.
     */
    onlyWithSalary?: boolean;
    /**
     * With a test for applicants (`true`) or without (`false`).
     */
    hasTest?: boolean;
    /**
     * Published at this moment or later.
     */
    publishedFrom?: string;
    /**
     * Published at this moment or earlier.
     */
    publishedTo?: string;
    /**
     * The northern edge of a box, in degrees; with south, west and east.
     */
    north?: number;
    /**
     * The southern edge of the box.
     */
    south?: number;
    /**
     * The western edge of the box; greater than east across the 180th meridian.
     */
    west?: number;
    /**
     * The eastern edge of the box.
     */
    east?: number;
    /**
     * The latitude of a point to be near to, in degrees; with lng and radiusKm.
     */
    lat?: number;
    /**
     * The longitude of the point.
     */
    lng?: number;
    /**
     * How far from the point.
     */
    radiusKm?: number;
    /**
     * Open (`active`), closed by the source (`archived`) or no longer to be found there (`gone`). Only open ones unless given. Repeat it for alternatives.
     */
    state?: Array<'active' | 'archived' | 'gone'>;
    /**
     * All of a group of duplicates, not only the one that stands for them.
     */
    includeDuplicates?: boolean;
};

export type SearchIndex = {
    /**
     * How many vacancies are stored.
     */
    stored: number;
    lag: IndexLag;
    /**
     * The first is the one that searches read; another answers while it is away.
     */
    indexes: Array<EngineIndex>;
    /**
     * The one that was asked for last.
     */
    lastOperation: IndexOperation | null;
};

export type SessionDto = {
    id: string;
    /**
     * Of the device.
     */
    name: string | null;
    /**
     * Where it was opened from.
     */
    ip: string | null;
    userAgent: string | null;
    createdAt: string;
    /**
     * When it was opened or last refreshed.
     */
    lastSeenAt: string;
    /**
     * When it ends unless it is refreshed before.
     */
    expiresAt: string;
    /**
     * It is the one that asks.
     */
    current: boolean;
};

export type SessionList = {
    /**
     * The last seen first.
     */
    items: Array<SessionDto>;
};

export type SimilarVacancies = {
    /**
     * The most alike first.
     */
    items: Array<VacancyHit>;
    /**
     * Whether a simpler search engine answered, because the usual one is away.
     */
    degraded: boolean;
};

export type Source = {
    /**
     * What requests and vacancies name it by; stable.
     */
    name: string;
    /**
     * For people.
     */
    title: string;
    /**
     * Where readers are sent for attribution.
     */
    attributionUrl: string;
};

export type SourceBlock = {
    until: string;
    /**
     * What the source answered, for people.
     */
    reason: string;
};

export type SourceList = {
    items: Array<Source>;
};

export type SourceQueue = {
    source: string;
    /**
     * Null if it is not paused.
     */
    pausedSince: string | null;
    /**
     * Why no request may go out; null if they may.
     */
    block: SourceBlock | null;
    /**
     * Runs that have not ended.
     */
    openRuns: number;
};

export type StateChange = {
    before: 'active' | 'archived' | 'gone';
    after: 'active' | 'archived' | 'gone';
};

export type Suggestion = {
    /**
     * What it is that is called so.
     */
    kind: 'title' | 'skill' | 'employer';
    text: string;
};

export type Suggestions = {
    /**
     * The commonest first.
     */
    items: Array<Suggestion>;
    /**
     * Whether a simpler search engine answered, because the usual one is away.
     */
    degraded: boolean;
};

export type TitleChange = {
    before: string;
    after: string;
};

export type TokenPair = {
    /**
     * A JWT for `Authorization: Bearer`.
     */
    accessToken: string;
    /**
     * A JWT, good for one refresh.
     */
    refreshToken: string;
    /**
     * Seconds until the access token expires.
     */
    expiresIn: number;
    tokenType: 'Bearer';
};

export type Total = {
    value: number;
    /**
     * False when there are at least `value`.
     */
    exact: boolean;
};

export type UserDto = {
    id: string;
    email: string;
    displayName: string | null;
    /**
     * May log in.
     */
    active: boolean;
    superuser: boolean;
    /**
     * The e-mail address is proved to be theirs.
     */
    verified: boolean;
    /**
     * Goes up with every change; also the entity tag.
     */
    revision: number;
    createdAt: string;
    updatedAt: string;
};

export type UserPage = {
    /**
     * The newest first.
     */
    items: Array<UserDto>;
    /**
     * Ask with it for the next page; absent on the last one.
     */
    nextCursor?: string;
};

export type Vacancy = {
    id: string;
    /**
     * The aggregator that it came from; `own` if superusers have created it.
     */
    source: string;
    /**
     * The source's own identifier.
     */
    sourceId: string;
    title: string;
    /**
     * Its page at the source.
     */
    url: string;
    employer: Employer | null;
    area: Reference | null;
    /**
     * Null when none is stated.
     */
    salary: Salary | null;
    /**
     * The salary as it is compared with others: in roubles before tax in a month. Null if it cannot be.
     */
    monthlySalary: MonthlySalary | null;
    /**
     * The experience asked for.
     */
    experience: Reference | null;
    employment: Reference | null;
    schedule: Reference | null;
    /**
     * On site, remote and the like; several may be offered.
     */
    workFormats: Array<Reference>;
    professionalRoles: Array<Reference>;
    /**
     * Whether the employer asks applicants to take a test.
     */
    hasTest: boolean;
    /**
     * Plain text.
     */
    requirement: string | null;
    /**
     * Plain text.
     */
    responsibility: string | null;
    publishedAt: string;
    /**
     * Open, closed by its source, or no longer to be found there.
     */
    state: 'active' | 'archived' | 'gone';
    /**
     * Where to apply.
     */
    applyUrl: string | null;
    /**
     * Where the work is done.
     */
    address: Address | null;
    /**
     * Open, anonymous and the like.
     */
    type: Reference | null;
    /**
     * Whether an application must come with a letter.
     */
    responseLetterRequired: boolean;
    /**
     * Whether one may apply with an unfinished CV.
     */
    acceptsIncompleteResumes: boolean;
    /**
     * Null until the source has told them.
     */
    details: VacancyDetails | null;
    /**
     * Grows by one with every change of the content.
     */
    revision: number;
    /**
     * When it was collected for the first time.
     */
    firstSeenAt: string;
    /**
     * When its source last showed it.
     */
    lastSeenAt: string;
    /**
     * When its content last changed.
     */
    changedAt: string;
    /**
     * The one that stands for its duplicates: open, and first seen. Its own `id` if it has none.
     */
    canonicalId: string;
    /**
     * The same title, employer and area, in any source; the canonical one first.
     */
    duplicates: Array<DuplicateVacancy>;
};

export type VacancyChange = {
    /**
     * The revision that the change made.
     */
    revision: number;
    /**
     * When it was noticed.
     */
    at: string;
    title: TitleChange | null;
    salary: SalaryChange | null;
    description: DescriptionChange | null;
    state: StateChange | null;
};

export type VacancyCounts = {
    /**
     * False if very many vacancies match: then a part is drawn and the numbers are extrapolated from it.
     */
    exact: boolean;
    /**
     * In all groups and in none.
     */
    total: number;
    /**
     * The largest first; months and days in their order.
     */
    groups: Array<VacancyGroup>;
};

export type VacancyDetails = {
    description: Description | null;
    keySkills: Array<string>;
    /**
     * When it was first published, however often it was raised since.
     */
    createdAt: string | null;
};

export type VacancyGroup = {
    /**
     * The source's own identifier; of a month `2026-01`, of a day `2026-01-31`. Null for an anonymous employer.
     */
    id: string | null;
    name: string;
    vacancies: number;
};

export type VacancyHistoryPage = {
    items: Array<VacancyChange>;
    /**
     * `cursor` of the next page; absent on the last one.
     */
    nextCursor?: string;
};

export type VacancyHit = {
    id: string;
    /**
     * The aggregator that it came from; `own` if superusers have created it.
     */
    source: string;
    /**
     * The source's own identifier.
     */
    sourceId: string;
    title: string;
    /**
     * Its page at the source.
     */
    url: string;
    employer: Employer | null;
    area: Reference | null;
    /**
     * Null when none is stated.
     */
    salary: Salary | null;
    /**
     * The salary as it is compared with others: in roubles before tax in a month. Null if it cannot be.
     */
    monthlySalary: MonthlySalary | null;
    /**
     * The experience asked for.
     */
    experience: Reference | null;
    employment: Reference | null;
    schedule: Reference | null;
    /**
     * On site, remote and the like; several may be offered.
     */
    workFormats: Array<Reference>;
    professionalRoles: Array<Reference>;
    /**
     * Whether the employer asks applicants to take a test.
     */
    hasTest: boolean;
    /**
     * Plain text.
     */
    requirement: string | null;
    /**
     * Plain text.
     */
    responsibility: string | null;
    publishedAt: string;
    /**
     * Open, closed by its source, or no longer to be found there.
     */
    state: 'active' | 'archived' | 'gone';
    /**
     * Empty if none are known.
     */
    keySkills: Array<string>;
    /**
     * Where the work is done, if it is known.
     */
    point: GeoPoint | null;
    /**
     * From `lat` and `lng`; null without them.
     */
    distanceMetres: number | null;
    /**
     * HTML with what matched in `<mark>`, of the fields in which something did. Null unless asked for.
     */
    highlights: Highlights | null;
};

export type VacancyPage = {
    items: Array<VacancyHit>;
    /**
     * `cursor` of the next page; absent on the last one.
     */
    nextCursor?: string;
    /**
     * How many vacancies match, on all pages together.
     */
    total: Total;
    /**
     * A vacancy counts in every area that it lies in.
     */
    facets: Facets;
    /**
     * Whether a simpler search engine answered, because the usual one is away.
     */
    degraded: boolean;
    /**
     * What was found instead of `text`, which nothing matched: it was typed in the wrong keyboard layout.
     */
    correctedText: string | null;
};

export type WindowStates = {
    /**
     * Not begun.
     */
    planned: number;
    /**
     * Being collected.
     */
    collecting: number;
    /**
     * Collected.
     */
    done: number;
    /**
     * Replaced by smaller ones, because the source has more in it than it shows at a time.
     */
    split: number;
    /**
     * Given up because the source refused to answer.
     */
    blocked: number;
    /**
     * Given up for another reason.
     */
    failed: number;
    /**
     * Left where it stood when the run had sent all the requests that it may send.
     */
    capped: number;
    /**
     * Ended because the run was cancelled.
     */
    cancelled: number;
};

export type GetJwksData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/.well-known/jwks.json';
};

export type GetJwksErrors = {
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `auth.bad-gateway`
     */
    502: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type GetJwksError = GetJwksErrors[keyof GetJwksErrors];

export type GetJwksResponses = {
    200: JwkSet;
};

export type GetJwksResponse = GetJwksResponses[keyof GetJwksResponses];

export type ListAreasData = {
    body?: never;
    path?: never;
    query: {
        /**
         * Whose areas.
         */
        source: string;
        /**
         * The identifier of the area to look into; without it the widest areas are listed.
         */
        parent?: string;
        /**
         * How a word of the name begins, in any case. All areas within `parent` are looked through then, not only those that lie in it directly.
         */
        q?: string;
        /**
         * How many at most.
         */
        limit?: number;
    };
    url: '/api/v1/areas';
};

export type ListAreasErrors = {
    /**
     * `validation-failed`, `areas.unknown-source`
     */
    400: Problem;
    /**
     * `areas.not-found`
     */
    404: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `headers-too-large`
     */
    431: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`
     */
    503: Problem;
};

export type ListAreasError = ListAreasErrors[keyof ListAreasErrors];

export type ListAreasResponses = {
    200: AreaList;
};

export type ListAreasResponse = ListAreasResponses[keyof ListAreasResponses];

export type ListAuditEventsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * The size of the page.
         */
        limit?: number;
        /**
         * `nextCursor` of the previous page, with otherwise equal parameters.
         */
        cursor?: string;
        /**
         * Only what was done so.
         */
        action?: string;
        /**
         * Only what this user did.
         */
        actorId?: string;
        /**
         * Only what was done to this user, vacancy, schedule or the like; a source is its name.
         */
        subjectId?: string;
    };
    url: '/api/v1/audit-events';
};

export type ListAuditEventsErrors = {
    /**
     * `validation-failed`, `cursor-invalid`, `cursor-expired`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `headers-too-large`
     */
    431: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `auth.bad-gateway`
     */
    502: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type ListAuditEventsError = ListAuditEventsErrors[keyof ListAuditEventsErrors];

export type ListAuditEventsResponses = {
    200: AuditEventPage;
};

export type ListAuditEventsResponse = ListAuditEventsResponses[keyof ListAuditEventsResponses];

export type RequestEmailChangeData = {
    body: ChangeEmailBody;
    path?: never;
    query?: never;
    url: '/api/v1/auth/email';
};

export type RequestEmailChangeErrors = {
    /**
     * `validation-failed`, `bad-request`, `users.invalid`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `auth.wrong-password`, `cross-site-request`
     */
    403: Problem;
    /**
     * `body-too-large`
     */
    413: Problem;
    /**
     * `unsupported-media-type`
     */
    415: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `auth.bad-gateway`
     */
    502: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type RequestEmailChangeError = RequestEmailChangeErrors[keyof RequestEmailChangeErrors];

export type RequestEmailChangeResponses = {
    /**
     * A mail is on its way.
     */
    202: unknown;
};

export type ConfirmEmailData = {
    body: ConfirmEmailBody;
    path?: never;
    query?: never;
    url: '/api/v1/auth/email/confirm';
};

export type ConfirmEmailErrors = {
    /**
     * `validation-failed`, `bad-request`, `auth.link-invalid`
     */
    400: Problem;
    /**
     * `auth.wrong-password`, `cross-site-request`
     */
    403: Problem;
    /**
     * `body-too-large`
     */
    413: Problem;
    /**
     * `unsupported-media-type`
     */
    415: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `auth.bad-gateway`
     */
    502: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type ConfirmEmailError = ConfirmEmailErrors[keyof ConfirmEmailErrors];

export type ConfirmEmailResponses = {
    /**
     * The address is confirmed.
     */
    204: void;
};

export type ConfirmEmailResponse = ConfirmEmailResponses[keyof ConfirmEmailResponses];

export type LogInData = {
    body: LogInBody;
    path?: never;
    query?: never;
    url: '/api/v1/auth/login';
};

export type LogInErrors = {
    /**
     * `validation-failed`, `bad-request`
     */
    400: Problem;
    /**
     * `auth.invalid-credentials`
     */
    401: Problem;
    /**
     * `cross-site-request`
     */
    403: Problem;
    /**
     * `body-too-large`
     */
    413: Problem;
    /**
     * `unsupported-media-type`
     */
    415: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `auth.bad-gateway`
     */
    502: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type LogInError = LogInErrors[keyof LogInErrors];

export type LogInResponses = {
    /**
     * The tokens: in the body with the `header` transport, else in cookies.
     */
    200: TokenPair | CookieSession;
};

export type LogInResponse = LogInResponses[keyof LogInResponses];

export type LogOutData = {
    body?: RefreshBody;
    path?: never;
    query?: never;
    url: '/api/v1/auth/logout';
};

export type LogOutErrors = {
    /**
     * `validation-failed`, `bad-request`
     */
    400: Problem;
    /**
     * `auth.no-session`
     */
    401: Problem;
    /**
     * `cross-site-request`
     */
    403: Problem;
    /**
     * `body-too-large`
     */
    413: Problem;
    /**
     * `unsupported-media-type`
     */
    415: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `auth.bad-gateway`
     */
    502: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type LogOutError = LogOutErrors[keyof LogOutErrors];

export type LogOutResponses = {
    /**
     * The session has ended.
     */
    204: void;
};

export type LogOutResponse = LogOutResponses[keyof LogOutResponses];

export type DeleteAccountData = {
    body: DeleteAccountBody;
    path?: never;
    query?: never;
    url: '/api/v1/auth/me';
};

export type DeleteAccountErrors = {
    /**
     * `validation-failed`, `bad-request`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `auth.wrong-password`, `cross-site-request`
     */
    403: Problem;
    /**
     * `users.last-superuser`
     */
    409: Problem;
    /**
     * `body-too-large`
     */
    413: Problem;
    /**
     * `unsupported-media-type`
     */
    415: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `auth.bad-gateway`
     */
    502: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type DeleteAccountError = DeleteAccountErrors[keyof DeleteAccountErrors];

export type DeleteAccountResponses = {
    /**
     * The account and its sessions are gone.
     */
    204: void;
};

export type DeleteAccountResponse = DeleteAccountResponses[keyof DeleteAccountResponses];

export type GetProfileData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/auth/me';
};

export type GetProfileErrors = {
    /**
     * `authentication-required`, `auth.invalid-token`, `auth.user-gone`
     *
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `auth.bad-gateway`
     */
    502: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type GetProfileError = GetProfileErrors[keyof GetProfileErrors];

export type GetProfileResponses = {
    200: Profile;
};

export type GetProfileResponse = GetProfileResponses[keyof GetProfileResponses];

export type ChangeProfileData = {
    body: ChangeProfileBody;
    path?: never;
    query?: never;
    url: '/api/v1/auth/me';
};

export type ChangeProfileErrors = {
    /**
     * `validation-failed`, `bad-request`, `users.invalid`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `cross-site-request`
     */
    403: Problem;
    /**
     * `body-too-large`
     */
    413: Problem;
    /**
     * `unsupported-media-type`
     */
    415: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `auth.bad-gateway`
     */
    502: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type ChangeProfileError = ChangeProfileErrors[keyof ChangeProfileErrors];

export type ChangeProfileResponses = {
    200: Profile;
};

export type ChangeProfileResponse = ChangeProfileResponses[keyof ChangeProfileResponses];

export type ChangePasswordData = {
    body: ChangePasswordBody;
    path?: never;
    query?: never;
    url: '/api/v1/auth/password';
};

export type ChangePasswordErrors = {
    /**
     * `validation-failed`, `bad-request`, `users.invalid`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `auth.wrong-password`, `cross-site-request`
     */
    403: Problem;
    /**
     * `body-too-large`
     */
    413: Problem;
    /**
     * `unsupported-media-type`
     */
    415: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `auth.bad-gateway`
     */
    502: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type ChangePasswordError = ChangePasswordErrors[keyof ChangePasswordErrors];

export type ChangePasswordResponses = {
    /**
     * The new password is good from now on.
     */
    204: void;
};

export type ChangePasswordResponse = ChangePasswordResponses[keyof ChangePasswordResponses];

export type RequestPasswordResetData = {
    body: ForgotPasswordBody;
    path?: never;
    query?: never;
    url: '/api/v1/auth/password/forgot';
};

export type RequestPasswordResetErrors = {
    /**
     * `validation-failed`, `bad-request`
     */
    400: Problem;
    /**
     * `cross-site-request`
     */
    403: Problem;
    /**
     * `body-too-large`
     */
    413: Problem;
    /**
     * `unsupported-media-type`
     */
    415: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `auth.bad-gateway`
     */
    502: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type RequestPasswordResetError = RequestPasswordResetErrors[keyof RequestPasswordResetErrors];

export type RequestPasswordResetResponses = {
    /**
     * If there is such an account, a mail is on its way.
     */
    202: unknown;
};

export type ResetPasswordData = {
    body: ResetPasswordBody;
    path?: never;
    query?: never;
    url: '/api/v1/auth/password/reset';
};

export type ResetPasswordErrors = {
    /**
     * `validation-failed`, `bad-request`, `auth.link-invalid`, `users.invalid`
     */
    400: Problem;
    /**
     * `cross-site-request`
     */
    403: Problem;
    /**
     * `body-too-large`
     */
    413: Problem;
    /**
     * `unsupported-media-type`
     */
    415: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `auth.bad-gateway`
     */
    502: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type ResetPasswordError = ResetPasswordErrors[keyof ResetPasswordErrors];

export type ResetPasswordResponses = {
    /**
     * The new password is good from now on: log in with it.
     */
    204: void;
};

export type ResetPasswordResponse = ResetPasswordResponses[keyof ResetPasswordResponses];

export type RefreshSessionData = {
    body?: RefreshBody;
    path?: never;
    query?: never;
    url: '/api/v1/auth/refresh';
};

export type RefreshSessionErrors = {
    /**
     * `validation-failed`, `bad-request`
     */
    400: Problem;
    /**
     * `auth.invalid-refresh-token`
     */
    401: Problem;
    /**
     * `cross-site-request`
     */
    403: Problem;
    /**
     * `body-too-large`
     */
    413: Problem;
    /**
     * `unsupported-media-type`
     */
    415: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `auth.bad-gateway`
     */
    502: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type RefreshSessionError = RefreshSessionErrors[keyof RefreshSessionErrors];

export type RefreshSessionResponses = {
    /**
     * The tokens: in the body with the `header` transport, else in cookies.
     */
    200: TokenPair | CookieSession;
};

export type RefreshSessionResponse = RefreshSessionResponses[keyof RefreshSessionResponses];

export type RegisterData = {
    body: RegisterBody;
    path?: never;
    query?: never;
    url: '/api/v1/auth/register';
};

export type RegisterErrors = {
    /**
     * `validation-failed`, `bad-request`, `users.invalid`
     */
    400: Problem;
    /**
     * `cross-site-request`
     */
    403: Problem;
    /**
     * `body-too-large`
     */
    413: Problem;
    /**
     * `unsupported-media-type`
     */
    415: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `auth.bad-gateway`
     */
    502: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type RegisterError = RegisterErrors[keyof RegisterErrors];

export type RegisterResponses = {
    /**
     * A mail is on its way.
     */
    202: unknown;
};

export type EndAllSessionsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/auth/sessions';
};

export type EndAllSessionsErrors = {
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `cross-site-request`
     */
    403: Problem;
    /**
     * `users.not-found`
     */
    404: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `auth.bad-gateway`
     */
    502: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type EndAllSessionsError = EndAllSessionsErrors[keyof EndAllSessionsErrors];

export type EndAllSessionsResponses = {
    /**
     * All sessions have ended.
     */
    204: void;
};

export type EndAllSessionsResponse = EndAllSessionsResponses[keyof EndAllSessionsResponses];

export type ListSessionsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/auth/sessions';
};

export type ListSessionsErrors = {
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `users.not-found`
     */
    404: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `auth.bad-gateway`
     */
    502: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type ListSessionsError = ListSessionsErrors[keyof ListSessionsErrors];

export type ListSessionsResponses = {
    200: SessionList;
};

export type ListSessionsResponse = ListSessionsResponses[keyof ListSessionsResponses];

export type EndSessionData = {
    body?: never;
    path: {
        /**
         * The `id` of the session.
         */
        sessionId: string;
    };
    query?: never;
    url: '/api/v1/auth/sessions/{sessionId}';
};

export type EndSessionErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `cross-site-request`
     */
    403: Problem;
    /**
     * `sessions.not-found`
     */
    404: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `auth.bad-gateway`
     */
    502: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type EndSessionError = EndSessionErrors[keyof EndSessionErrors];

export type EndSessionResponses = {
    /**
     * The session has ended.
     */
    204: void;
};

export type EndSessionResponse = EndSessionResponses[keyof EndSessionResponses];

export type ListCollectionRunsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * The size of the page.
         */
        limit?: number;
        /**
         * `nextCursor` of the previous page, with otherwise equal parameters.
         */
        cursor?: string;
    };
    url: '/api/v1/collections';
};

export type ListCollectionRunsErrors = {
    /**
     * `validation-failed`, `collections.cursor-expired`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `headers-too-large`
     */
    431: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type ListCollectionRunsError = ListCollectionRunsErrors[keyof ListCollectionRunsErrors];

export type ListCollectionRunsResponses = {
    200: CollectionRunPage;
};

export type ListCollectionRunsResponse = ListCollectionRunsResponses[keyof ListCollectionRunsResponses];

export type RequestCollectionData = {
    body: RequestCollectionBody;
    headers: {
        /**
         * Chosen by the sender, e.g. a UUID. The same key with the same body gives the same answer, never a second piece of work.
         */
        'Idempotency-Key': string;
    };
    path?: never;
    query?: never;
    url: '/api/v1/collections';
};

export type RequestCollectionErrors = {
    /**
     * `validation-failed`, `collections.unknown-source`, `collections.invalid-query`, `bad-request`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `body-too-large`
     */
    413: Problem;
    /**
     * `unsupported-media-type`
     */
    415: Problem;
    /**
     * `collections.idempotency-key-reused`
     */
    422: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type RequestCollectionError = RequestCollectionErrors[keyof RequestCollectionErrors];

export type RequestCollectionResponses = {
    /**
     * The run will be made; follow it at `Location`.
     */
    202: CollectionRun;
};

export type RequestCollectionResponse = RequestCollectionResponses[keyof RequestCollectionResponses];

export type GetCollectionRunData = {
    body?: never;
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/collections/{id}';
};

export type GetCollectionRunErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `collections.not-found`
     */
    404: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type GetCollectionRunError = GetCollectionRunErrors[keyof GetCollectionRunErrors];

export type GetCollectionRunResponses = {
    200: CollectionRunDetail;
};

export type GetCollectionRunResponse = GetCollectionRunResponses[keyof GetCollectionRunResponses];

export type CancelCollectionData = {
    body?: never;
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/collections/{id}/cancel';
};

export type CancelCollectionErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `collections.not-found`
     */
    404: Problem;
    /**
     * `collections.already-finished`
     */
    409: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type CancelCollectionError = CancelCollectionErrors[keyof CancelCollectionErrors];

export type CancelCollectionResponses = {
    200: CollectionRun;
};

export type CancelCollectionResponse = CancelCollectionResponses[keyof CancelCollectionResponses];

export type FollowCollectionRunData = {
    body?: never;
    headers?: {
        /**
         * The number of the last event that is known; browsers send it by themselves.
         */
        'Last-Event-ID'?: string;
    };
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/collections/{id}/events';
};

export type FollowCollectionRunErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `collections.not-found`
     */
    404: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type FollowCollectionRunError = FollowCollectionRunErrors[keyof FollowCollectionRunErrors];

export type FollowCollectionRunResponses = {
    /**
     * Server-sent events, one after another; the schema is that of each.
     */
    200: {
        /**
         * When it happened.
         */
        at: string;
        [key: string]: string | number | null | string;
    };
    /**
     * The run is over, and there is nothing after that event: do not come again.
     */
    204: void;
};

export type FollowCollectionRunResponse = FollowCollectionRunResponses[keyof FollowCollectionRunResponses];

export type ListCollectionWindowsData = {
    body?: never;
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
    };
    query?: {
        /**
         * The size of the page.
         */
        limit?: number;
        /**
         * `nextCursor` of the previous page, with otherwise equal parameters.
         */
        cursor?: string;
    };
    url: '/api/v1/collections/{id}/windows';
};

export type ListCollectionWindowsErrors = {
    /**
     * `validation-failed`, `collections.cursor-expired`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `collections.not-found`
     */
    404: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `headers-too-large`
     */
    431: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type ListCollectionWindowsError = ListCollectionWindowsErrors[keyof ListCollectionWindowsErrors];

export type ListCollectionWindowsResponses = {
    200: CollectionWindowPage;
};

export type ListCollectionWindowsResponse = ListCollectionWindowsResponses[keyof ListCollectionWindowsResponses];

export type ListDeadLetterGroupsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/dead-letter-groups';
};

export type ListDeadLetterGroupsErrors = {
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type ListDeadLetterGroupsError = ListDeadLetterGroupsErrors[keyof ListDeadLetterGroupsErrors];

export type ListDeadLetterGroupsResponses = {
    200: DeadLetterGroups;
};

export type ListDeadLetterGroupsResponse = ListDeadLetterGroupsResponses[keyof ListDeadLetterGroupsResponses];

export type ReplayDeadLettersData = {
    body: ReplayDeadLettersBody;
    path?: never;
    query?: never;
    url: '/api/v1/dead-letter-groups/replay';
};

export type ReplayDeadLettersErrors = {
    /**
     * `validation-failed`, `bad-request`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `body-too-large`
     */
    413: Problem;
    /**
     * `unsupported-media-type`
     */
    415: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type ReplayDeadLettersError = ReplayDeadLettersErrors[keyof ReplayDeadLettersErrors];

export type ReplayDeadLettersResponses = {
    200: ReplayedDeadLetters;
};

export type ReplayDeadLettersResponse = ReplayDeadLettersResponses[keyof ReplayDeadLettersResponses];

export type ListDeadLettersData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * The size of the page.
         */
        limit?: number;
        /**
         * `nextCursor` of the previous page, with otherwise equal parameters.
         */
        cursor?: string;
        /**
         * Only what stands so.
         */
        state?: 'open' | 'replayed' | 'discarded';
        /**
         * Only what was to be collected from this source.
         */
        source?: string;
        /**
         * Only what was given up for this reason.
         */
        reason?: string;
    };
    url: '/api/v1/dead-letters';
};

export type ListDeadLettersErrors = {
    /**
     * `validation-failed`, `dead-letters.cursor-expired`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `headers-too-large`
     */
    431: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type ListDeadLettersError = ListDeadLettersErrors[keyof ListDeadLettersErrors];

export type ListDeadLettersResponses = {
    200: DeadLetterPage;
};

export type ListDeadLettersResponse = ListDeadLettersResponses[keyof ListDeadLettersResponses];

export type GetDeadLetterData = {
    body?: never;
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/dead-letters/{id}';
};

export type GetDeadLetterErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `dead-letters.not-found`
     */
    404: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type GetDeadLetterError = GetDeadLetterErrors[keyof GetDeadLetterErrors];

export type GetDeadLetterResponses = {
    200: DeadLetter;
};

export type GetDeadLetterResponse = GetDeadLetterResponses[keyof GetDeadLetterResponses];

export type DiscardDeadLetterData = {
    body?: never;
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/dead-letters/{id}/discard';
};

export type DiscardDeadLetterErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `dead-letters.not-found`
     */
    404: Problem;
    /**
     * `dead-letters.replayed`
     */
    409: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type DiscardDeadLetterError = DiscardDeadLetterErrors[keyof DiscardDeadLetterErrors];

export type DiscardDeadLetterResponses = {
    200: DeadLetter;
};

export type DiscardDeadLetterResponse = DiscardDeadLetterResponses[keyof DiscardDeadLetterResponses];

export type ReplayDeadLetterData = {
    body?: never;
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/dead-letters/{id}/replay';
};

export type ReplayDeadLetterErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `dead-letters.not-found`
     */
    404: Problem;
    /**
     * `dead-letters.discarded`, `dead-letters.run-cancelled`, `dead-letters.run-out-of-requests`
     */
    409: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type ReplayDeadLetterError = ReplayDeadLetterErrors[keyof ReplayDeadLetterErrors];

export type ReplayDeadLetterResponses = {
    200: DeadLetter;
};

export type ReplayDeadLetterResponse = ReplayDeadLetterResponses[keyof ReplayDeadLetterResponses];

export type ListExportsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * The size of the page.
         */
        limit?: number;
        /**
         * `nextCursor` of the previous page, with otherwise equal parameters.
         */
        cursor?: string;
    };
    url: '/api/v1/exports';
};

export type ListExportsErrors = {
    /**
     * `validation-failed`, `exports.cursor-expired`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `headers-too-large`
     */
    431: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type ListExportsError = ListExportsErrors[keyof ListExportsErrors];

export type ListExportsResponses = {
    200: ExportPage;
};

export type ListExportsResponse = ListExportsResponses[keyof ListExportsResponses];

export type RequestExportData = {
    body: ExportParameters;
    headers: {
        /**
         * Chosen by the sender, e.g. a UUID. The same key with the same body gives the same answer, never a second piece of work.
         */
        'Idempotency-Key': string;
    };
    path?: never;
    query?: never;
    url: '/api/v1/exports';
};

export type RequestExportErrors = {
    /**
     * `validation-failed`, `search.invalid`, `bad-request`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `exports.too-many`
     */
    409: Problem;
    /**
     * `body-too-large`
     */
    413: Problem;
    /**
     * `unsupported-media-type`
     */
    415: Problem;
    /**
     * `exports.idempotency-key-reused`
     */
    422: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type RequestExportError = RequestExportErrors[keyof RequestExportErrors];

export type RequestExportResponses = {
    /**
     * The file will be made; follow it at `Location`.
     */
    202: Export;
};

export type RequestExportResponse = RequestExportResponses[keyof RequestExportResponses];

export type DeleteExportData = {
    body?: never;
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/exports/{id}';
};

export type DeleteExportErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `exports.not-found`
     */
    404: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type DeleteExportError = DeleteExportErrors[keyof DeleteExportErrors];

export type DeleteExportResponses = {
    /**
     * It is gone, and so is its file.
     */
    204: void;
};

export type DeleteExportResponse = DeleteExportResponses[keyof DeleteExportResponses];

export type GetExportData = {
    body?: never;
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/exports/{id}';
};

export type GetExportErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `exports.not-found`
     */
    404: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type GetExportError = GetExportErrors[keyof GetExportErrors];

export type GetExportResponses = {
    200: Export;
};

export type GetExportResponse = GetExportResponses[keyof GetExportResponses];

export type DownloadExportData = {
    body?: never;
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
    };
    query: {
        /**
         * In seconds since 1970.
         */
        expires: number;
        /**
         * That of the link.
         */
        signature: string;
    };
    url: '/api/v1/exports/{id}/file';
};

export type DownloadExportErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `exports.link-invalid`
     */
    403: Problem;
    /**
     * `exports.not-found`
     */
    404: Problem;
    /**
     * `exports.link-expired`
     */
    410: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `headers-too-large`
     */
    431: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`
     */
    503: Problem;
};

export type DownloadExportError = DownloadExportErrors[keyof DownloadExportErrors];

export type DownloadExportResponses = {
    /**
     * The vacancies in full: an answer that breaks off is not the whole list.
     */
    200: string | Blob | File;
};

export type DownloadExportResponse = DownloadExportResponses[keyof DownloadExportResponses];

export type ListSavedSearchesData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/saved-searches';
};

export type ListSavedSearchesErrors = {
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type ListSavedSearchesError = ListSavedSearchesErrors[keyof ListSavedSearchesErrors];

export type ListSavedSearchesResponses = {
    200: SavedSearches;
};

export type ListSavedSearchesResponse = ListSavedSearchesResponses[keyof ListSavedSearchesResponses];

export type CreateSavedSearchData = {
    body: CreateSavedSearchBody;
    path?: never;
    query?: never;
    url: '/api/v1/saved-searches';
};

export type CreateSavedSearchErrors = {
    /**
     * `validation-failed`, `saved-searches.invalid`, `bad-request`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `saved-searches.name-taken`, `saved-searches.too-many`
     */
    409: Problem;
    /**
     * `body-too-large`
     */
    413: Problem;
    /**
     * `unsupported-media-type`
     */
    415: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type CreateSavedSearchError = CreateSavedSearchErrors[keyof CreateSavedSearchErrors];

export type CreateSavedSearchResponses = {
    201: SavedSearch;
};

export type CreateSavedSearchResponse = CreateSavedSearchResponses[keyof CreateSavedSearchResponses];

export type DeleteSavedSearchData = {
    body?: never;
    headers?: {
        /**
         * The `ETag` of the revision that was read. Without it, whatever is there is changed.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/saved-searches/{id}';
};

export type DeleteSavedSearchErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `saved-searches.not-found`
     */
    404: Problem;
    /**
     * `saved-searches.changed-meanwhile`
     */
    412: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type DeleteSavedSearchError = DeleteSavedSearchErrors[keyof DeleteSavedSearchErrors];

export type DeleteSavedSearchResponses = {
    /**
     * It is gone, with what was to be sent about it.
     */
    204: void;
};

export type DeleteSavedSearchResponse = DeleteSavedSearchResponses[keyof DeleteSavedSearchResponses];

export type GetSavedSearchData = {
    body?: never;
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/saved-searches/{id}';
};

export type GetSavedSearchErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `saved-searches.not-found`
     */
    404: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type GetSavedSearchError = GetSavedSearchErrors[keyof GetSavedSearchErrors];

export type GetSavedSearchResponses = {
    200: SavedSearch;
};

export type GetSavedSearchResponse = GetSavedSearchResponses[keyof GetSavedSearchResponses];

export type ChangeSavedSearchData = {
    body: ChangeSavedSearchBody;
    headers?: {
        /**
         * The `ETag` of the revision that was read. Without it, whatever is there is changed.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/saved-searches/{id}';
};

export type ChangeSavedSearchErrors = {
    /**
     * `validation-failed`, `saved-searches.invalid`, `bad-request`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `saved-searches.not-found`
     */
    404: Problem;
    /**
     * `saved-searches.name-taken`
     */
    409: Problem;
    /**
     * `saved-searches.changed-meanwhile`
     */
    412: Problem;
    /**
     * `body-too-large`
     */
    413: Problem;
    /**
     * `unsupported-media-type`
     */
    415: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type ChangeSavedSearchError = ChangeSavedSearchErrors[keyof ChangeSavedSearchErrors];

export type ChangeSavedSearchResponses = {
    200: SavedSearch;
};

export type ChangeSavedSearchResponse = ChangeSavedSearchResponses[keyof ChangeSavedSearchResponses];

export type PauseSavedSearchData = {
    body?: never;
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/saved-searches/{id}/pause';
};

export type PauseSavedSearchErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `saved-searches.not-found`
     */
    404: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type PauseSavedSearchError = PauseSavedSearchErrors[keyof PauseSavedSearchErrors];

export type PauseSavedSearchResponses = {
    200: SavedSearch;
};

export type PauseSavedSearchResponse = PauseSavedSearchResponses[keyof PauseSavedSearchResponses];

export type ResumeSavedSearchData = {
    body?: never;
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/saved-searches/{id}/resume';
};

export type ResumeSavedSearchErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `saved-searches.not-found`
     */
    404: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type ResumeSavedSearchError = ResumeSavedSearchErrors[keyof ResumeSavedSearchErrors];

export type ResumeSavedSearchResponses = {
    200: SavedSearch;
};

export type ResumeSavedSearchResponse = ResumeSavedSearchResponses[keyof ResumeSavedSearchResponses];

export type ListSchedulesData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * The size of the page.
         */
        limit?: number;
        /**
         * `nextCursor` of the previous page, with otherwise equal parameters.
         */
        cursor?: string;
    };
    url: '/api/v1/schedules';
};

export type ListSchedulesErrors = {
    /**
     * `validation-failed`, `schedules.cursor-expired`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `headers-too-large`
     */
    431: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type ListSchedulesError = ListSchedulesErrors[keyof ListSchedulesErrors];

export type ListSchedulesResponses = {
    200: SchedulePage;
};

export type ListSchedulesResponse = ListSchedulesResponses[keyof ListSchedulesResponses];

export type CreateScheduleData = {
    body: CreateScheduleBody;
    path?: never;
    query?: never;
    url: '/api/v1/schedules';
};

export type CreateScheduleErrors = {
    /**
     * `validation-failed`, `schedules.invalid`, `bad-request`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `schedules.name-taken`
     */
    409: Problem;
    /**
     * `body-too-large`
     */
    413: Problem;
    /**
     * `unsupported-media-type`
     */
    415: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type CreateScheduleError = CreateScheduleErrors[keyof CreateScheduleErrors];

export type CreateScheduleResponses = {
    201: Schedule;
};

export type CreateScheduleResponse = CreateScheduleResponses[keyof CreateScheduleResponses];

export type DeleteScheduleData = {
    body?: never;
    headers?: {
        /**
         * The `ETag` of the revision that was read. Without it, whatever is there is changed.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/schedules/{id}';
};

export type DeleteScheduleErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `schedules.not-found`
     */
    404: Problem;
    /**
     * `schedules.changed-meanwhile`
     */
    412: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type DeleteScheduleError = DeleteScheduleErrors[keyof DeleteScheduleErrors];

export type DeleteScheduleResponses = {
    /**
     * It is gone. A run that is under way goes on.
     */
    204: void;
};

export type DeleteScheduleResponse = DeleteScheduleResponses[keyof DeleteScheduleResponses];

export type GetScheduleData = {
    body?: never;
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/schedules/{id}';
};

export type GetScheduleErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `schedules.not-found`
     */
    404: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type GetScheduleError = GetScheduleErrors[keyof GetScheduleErrors];

export type GetScheduleResponses = {
    200: ScheduleDetail;
};

export type GetScheduleResponse = GetScheduleResponses[keyof GetScheduleResponses];

export type ChangeScheduleData = {
    body: ChangeScheduleBody;
    headers?: {
        /**
         * The `ETag` of the revision that was read. Without it, whatever is there is changed.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/schedules/{id}';
};

export type ChangeScheduleErrors = {
    /**
     * `validation-failed`, `schedules.invalid`, `bad-request`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `schedules.not-found`
     */
    404: Problem;
    /**
     * `schedules.name-taken`
     */
    409: Problem;
    /**
     * `schedules.changed-meanwhile`
     */
    412: Problem;
    /**
     * `body-too-large`
     */
    413: Problem;
    /**
     * `unsupported-media-type`
     */
    415: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type ChangeScheduleError = ChangeScheduleErrors[keyof ChangeScheduleErrors];

export type ChangeScheduleResponses = {
    200: Schedule;
};

export type ChangeScheduleResponse = ChangeScheduleResponses[keyof ChangeScheduleResponses];

export type PauseScheduleData = {
    body?: never;
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/schedules/{id}/pause';
};

export type PauseScheduleErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `schedules.not-found`
     */
    404: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type PauseScheduleError = PauseScheduleErrors[keyof PauseScheduleErrors];

export type PauseScheduleResponses = {
    200: Schedule;
};

export type PauseScheduleResponse = PauseScheduleResponses[keyof PauseScheduleResponses];

export type ResumeScheduleData = {
    body?: never;
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/schedules/{id}/resume';
};

export type ResumeScheduleErrors = {
    /**
     * `validation-failed`, `schedules.invalid`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `schedules.not-found`
     */
    404: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type ResumeScheduleError = ResumeScheduleErrors[keyof ResumeScheduleErrors];

export type ResumeScheduleResponses = {
    200: Schedule;
};

export type ResumeScheduleResponse = ResumeScheduleResponses[keyof ResumeScheduleResponses];

export type RunScheduleData = {
    body?: never;
    headers: {
        /**
         * Chosen by the sender, e.g. a UUID. The same key with the same body gives the same answer, never a second piece of work.
         */
        'Idempotency-Key': string;
    };
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/schedules/{id}/run';
};

export type RunScheduleErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `schedules.not-found`
     */
    404: Problem;
    /**
     * `collections.idempotency-key-reused`
     */
    422: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type RunScheduleError = RunScheduleErrors[keyof RunScheduleErrors];

export type RunScheduleResponses = {
    /**
     * The run will be made; follow it at `Location`.
     */
    202: CollectionRun;
};

export type RunScheduleResponse = RunScheduleResponses[keyof RunScheduleResponses];

export type GetSearchIndexData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/search-index';
};

export type GetSearchIndexErrors = {
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type GetSearchIndexError = GetSearchIndexErrors[keyof GetSearchIndexErrors];

export type GetSearchIndexResponses = {
    200: SearchIndex;
};

export type GetSearchIndexResponse = GetSearchIndexResponses[keyof GetSearchIndexResponses];

export type RequestIndexOperationData = {
    body: RequestIndexOperationBody;
    path?: never;
    query?: never;
    url: '/api/v1/search-index/operations';
};

export type RequestIndexOperationErrors = {
    /**
     * `validation-failed`, `search-index.unknown-engine`, `bad-request`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `search-index.busy`
     */
    409: Problem;
    /**
     * `body-too-large`
     */
    413: Problem;
    /**
     * `unsupported-media-type`
     */
    415: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type RequestIndexOperationError = RequestIndexOperationErrors[keyof RequestIndexOperationErrors];

export type RequestIndexOperationResponses = {
    /**
     * It will be done; follow it at `Location`.
     */
    202: IndexOperation;
};

export type RequestIndexOperationResponse = RequestIndexOperationResponses[keyof RequestIndexOperationResponses];

export type GetIndexOperationData = {
    body?: never;
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/search-index/operations/{id}';
};

export type GetIndexOperationErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `search-index.operation-not-found`
     */
    404: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type GetIndexOperationError = GetIndexOperationErrors[keyof GetIndexOperationErrors];

export type GetIndexOperationResponses = {
    200: IndexOperation;
};

export type GetIndexOperationResponse = GetIndexOperationResponses[keyof GetIndexOperationResponses];

export type ListSourcesData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/sources';
};

export type ListSourcesErrors = {
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`
     */
    503: Problem;
};

export type ListSourcesError = ListSourcesErrors[keyof ListSourcesErrors];

export type ListSourcesResponses = {
    200: SourceList;
};

export type ListSourcesResponse = ListSourcesResponses[keyof ListSourcesResponses];

export type GetSourceQueueData = {
    body?: never;
    path: {
        /**
         * The name of a source.
         */
        name: string;
    };
    query?: never;
    url: '/api/v1/sources/{name}/queue';
};

export type GetSourceQueueErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `sources.not-found`
     */
    404: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type GetSourceQueueError = GetSourceQueueErrors[keyof GetSourceQueueErrors];

export type GetSourceQueueResponses = {
    200: SourceQueue;
};

export type GetSourceQueueResponse = GetSourceQueueResponses[keyof GetSourceQueueResponses];

export type ClearSourceData = {
    body: ClearSourceBody;
    path: {
        /**
         * The name of a source.
         */
        name: string;
    };
    query?: never;
    url: '/api/v1/sources/{name}/queue/clear';
};

export type ClearSourceErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `sources.not-found`
     */
    404: Problem;
    /**
     * `body-too-large`
     */
    413: Problem;
    /**
     * `unsupported-media-type`
     */
    415: Problem;
    /**
     * `sources.not-confirmed`
     */
    422: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type ClearSourceError = ClearSourceErrors[keyof ClearSourceErrors];

export type ClearSourceResponses = {
    200: ClearedSource;
};

export type ClearSourceResponse = ClearSourceResponses[keyof ClearSourceResponses];

export type PauseSourceData = {
    body?: never;
    path: {
        /**
         * The name of a source.
         */
        name: string;
    };
    query?: never;
    url: '/api/v1/sources/{name}/queue/pause';
};

export type PauseSourceErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `sources.not-found`
     */
    404: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type PauseSourceError = PauseSourceErrors[keyof PauseSourceErrors];

export type PauseSourceResponses = {
    200: SourceQueue;
};

export type PauseSourceResponse = PauseSourceResponses[keyof PauseSourceResponses];

export type ResumeSourceData = {
    body?: never;
    path: {
        /**
         * The name of a source.
         */
        name: string;
    };
    query?: never;
    url: '/api/v1/sources/{name}/queue/resume';
};

export type ResumeSourceErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `sources.not-found`
     */
    404: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type ResumeSourceError = ResumeSourceErrors[keyof ResumeSourceErrors];

export type ResumeSourceResponses = {
    200: SourceQueue;
};

export type ResumeSourceResponse = ResumeSourceResponses[keyof ResumeSourceResponses];

export type ReadSalaryStatisticsData = {
    body?: never;
    path?: never;
    query: {
        /**
         * The aggregator that the vacancy came from; `own` for what superusers have created. Repeat it for alternatives.
         */
        source?: Array<'headhunter' | 'trudvsem' | 'greenhouse' | 'own'>;
        /**
         * The source's identifier of an area, with all that lies below it. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        areaId?: Array<string>;
        /**
         * An area with all that lies below it. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        area?: Array<string>;
        /**
         * The source's identifier of an employer. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        employerId?: Array<string>;
        /**
         * An employer. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        employer?: Array<string>;
        /**
         * The source's identifier of a professional role. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        professionalRoleId?: Array<string>;
        /**
         * A professional role. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        professionalRole?: Array<string>;
        /**
         * The source's identifier of the experience asked for. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        experienceId?: Array<string>;
        /**
         * The experience asked for. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        experience?: Array<string>;
        /**
         * A skill, whole and in any case. Repeat it for alternatives.
         */
        skill?: Array<string>;
        /**
         * Published at this moment or later.
         */
        publishedFrom?: string;
        /**
         * Published at this moment or earlier.
         */
        publishedTo?: string;
        /**
         * Open (`active`), closed by the source (`archived`) or no longer to be found there (`gone`). Only open ones unless given. Repeat it for alternatives.
         */
        state?: Array<'active' | 'archived' | 'gone'>;
        /**
         * How many groups at most: the largest ones, or the last months or days.
         */
        limit?: number;
        /**
         * What to group by. `area` is the region: the area of the second level (or the first where there is no second). `month` and `day` are those of the publication, in Moscow; `currency` is that in which the salary is stated. Who has two roles or skills counts for both.
         */
        by: 'area' | 'employer' | 'professionalRole' | 'experience' | 'currency' | 'day' | 'month';
    };
    url: '/api/v1/statistics/salaries';
};

export type ReadSalaryStatisticsErrors = {
    /**
     * `validation-failed`, `search.invalid`
     */
    400: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `headers-too-large`
     */
    431: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`
     */
    503: Problem;
};

export type ReadSalaryStatisticsError = ReadSalaryStatisticsErrors[keyof ReadSalaryStatisticsErrors];

export type ReadSalaryStatisticsResponses = {
    200: SalaryStatistics;
};

export type ReadSalaryStatisticsResponse = ReadSalaryStatisticsResponses[keyof ReadSalaryStatisticsResponses];

export type ReadVacancyCountsData = {
    body?: never;
    path?: never;
    query: {
        /**
         * The aggregator that the vacancy came from; `own` for what superusers have created. Repeat it for alternatives.
         */
        source?: Array<'headhunter' | 'trudvsem' | 'greenhouse' | 'own'>;
        /**
         * The source's identifier of an area, with all that lies below it. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        areaId?: Array<string>;
        /**
         * An area with all that lies below it. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        area?: Array<string>;
        /**
         * The source's identifier of an employer. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        employerId?: Array<string>;
        /**
         * An employer. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        employer?: Array<string>;
        /**
         * The source's identifier of a professional role. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        professionalRoleId?: Array<string>;
        /**
         * A professional role. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        professionalRole?: Array<string>;
        /**
         * The source's identifier of the experience asked for. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        experienceId?: Array<string>;
        /**
         * The experience asked for. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        experience?: Array<string>;
        /**
         * A skill, whole and in any case. Repeat it for alternatives.
         */
        skill?: Array<string>;
        /**
         * Published at this moment or later.
         */
        publishedFrom?: string;
        /**
         * Published at this moment or earlier.
         */
        publishedTo?: string;
        /**
         * Open (`active`), closed by the source (`archived`) or no longer to be found there (`gone`). Only open ones unless given. Repeat it for alternatives.
         */
        state?: Array<'active' | 'archived' | 'gone'>;
        /**
         * How many groups at most: the largest ones, or the last months or days.
         */
        limit?: number;
        /**
         * What to group by. `area` is the region: the area of the second level (or the first where there is no second). `month` and `day` are those of the publication, in Moscow; `currency` is that in which the salary is stated. Who has two roles or skills counts for both.
         */
        by: 'area' | 'employer' | 'skill' | 'source' | 'day' | 'month';
    };
    url: '/api/v1/statistics/vacancies';
};

export type ReadVacancyCountsErrors = {
    /**
     * `validation-failed`, `search.invalid`
     */
    400: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `headers-too-large`
     */
    431: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`
     */
    503: Problem;
};

export type ReadVacancyCountsError = ReadVacancyCountsErrors[keyof ReadVacancyCountsErrors];

export type ReadVacancyCountsResponses = {
    200: VacancyCounts;
};

export type ReadVacancyCountsResponse = ReadVacancyCountsResponses[keyof ReadVacancyCountsResponses];

export type ListUsersData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * The size of the page.
         */
        limit?: number;
        /**
         * `nextCursor` of the previous page, with otherwise equal parameters.
         */
        cursor?: string;
        /**
         * Part of the address or of the name, in any case.
         */
        search?: string;
        /**
         * Only those who may log in, or only those who may not.
         */
        active?: boolean;
        /**
         * Only superusers, or only others.
         */
        superuser?: boolean;
        /**
         * Only those whose address is confirmed, or only others.
         */
        verified?: boolean;
    };
    url: '/api/v1/users';
};

export type ListUsersErrors = {
    /**
     * `validation-failed`, `users.cursor-expired`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `headers-too-large`
     */
    431: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `auth.bad-gateway`
     */
    502: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type ListUsersError = ListUsersErrors[keyof ListUsersErrors];

export type ListUsersResponses = {
    200: UserPage;
};

export type ListUsersResponse = ListUsersResponses[keyof ListUsersResponses];

export type CreateUserData = {
    body: CreateUserBody;
    path?: never;
    query?: never;
    url: '/api/v1/users';
};

export type CreateUserErrors = {
    /**
     * `validation-failed`, `bad-request`, `users.invalid`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `users.email-taken`
     */
    409: Problem;
    /**
     * `body-too-large`
     */
    413: Problem;
    /**
     * `unsupported-media-type`
     */
    415: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `auth.bad-gateway`
     */
    502: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type CreateUserError = CreateUserErrors[keyof CreateUserErrors];

export type CreateUserResponses = {
    201: UserDto;
};

export type CreateUserResponse = CreateUserResponses[keyof CreateUserResponses];

export type DeleteUserData = {
    body?: never;
    headers?: {
        /**
         * The `ETag` of the revision that was read. Without it, whatever is there is changed.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The `id` of the user.
         */
        userId: string;
    };
    query?: never;
    url: '/api/v1/users/{userId}';
};

export type DeleteUserErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `users.not-found`
     */
    404: Problem;
    /**
     * `users.last-superuser`
     */
    409: Problem;
    /**
     * `users.changed-meanwhile`
     */
    412: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `auth.bad-gateway`
     */
    502: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type DeleteUserError = DeleteUserErrors[keyof DeleteUserErrors];

export type DeleteUserResponses = {
    /**
     * The user and their sessions are gone.
     */
    204: void;
};

export type DeleteUserResponse = DeleteUserResponses[keyof DeleteUserResponses];

export type GetUserData = {
    body?: never;
    path: {
        /**
         * The `id` of the user.
         */
        userId: string;
    };
    query?: never;
    url: '/api/v1/users/{userId}';
};

export type GetUserErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `users.not-found`
     */
    404: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `auth.bad-gateway`
     */
    502: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type GetUserError = GetUserErrors[keyof GetUserErrors];

export type GetUserResponses = {
    200: UserDto;
};

export type GetUserResponse = GetUserResponses[keyof GetUserResponses];

export type ChangeUserData = {
    body: ChangeUserBody;
    headers?: {
        /**
         * The `ETag` of the revision that was read. Without it, whatever is there is changed.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The `id` of the user.
         */
        userId: string;
    };
    query?: never;
    url: '/api/v1/users/{userId}';
};

export type ChangeUserErrors = {
    /**
     * `validation-failed`, `bad-request`, `users.invalid`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `users.not-found`
     */
    404: Problem;
    /**
     * `users.last-superuser`
     */
    409: Problem;
    /**
     * `users.changed-meanwhile`
     */
    412: Problem;
    /**
     * `body-too-large`
     */
    413: Problem;
    /**
     * `unsupported-media-type`
     */
    415: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `auth.bad-gateway`
     */
    502: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type ChangeUserError = ChangeUserErrors[keyof ChangeUserErrors];

export type ChangeUserResponses = {
    200: UserDto;
};

export type ChangeUserResponse = ChangeUserResponses[keyof ChangeUserResponses];

export type EndAllUserSessionsData = {
    body?: never;
    path: {
        /**
         * The `id` of the user.
         */
        userId: string;
    };
    query?: never;
    url: '/api/v1/users/{userId}/sessions';
};

export type EndAllUserSessionsErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `users.not-found`
     */
    404: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `auth.bad-gateway`
     */
    502: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type EndAllUserSessionsError = EndAllUserSessionsErrors[keyof EndAllUserSessionsErrors];

export type EndAllUserSessionsResponses = {
    /**
     * All sessions of the user have ended.
     */
    204: void;
};

export type EndAllUserSessionsResponse = EndAllUserSessionsResponses[keyof EndAllUserSessionsResponses];

export type ListUserSessionsData = {
    body?: never;
    path: {
        /**
         * The `id` of the user.
         */
        userId: string;
    };
    query?: never;
    url: '/api/v1/users/{userId}/sessions';
};

export type ListUserSessionsErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `users.not-found`
     */
    404: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `auth.bad-gateway`
     */
    502: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type ListUserSessionsError = ListUserSessionsErrors[keyof ListUserSessionsErrors];

export type ListUserSessionsResponses = {
    200: SessionList;
};

export type ListUserSessionsResponse = ListUserSessionsResponses[keyof ListUserSessionsResponses];

export type EndUserSessionData = {
    body?: never;
    path: {
        /**
         * The `id` of the session.
         */
        sessionId: string;
        /**
         * The `id` of the user.
         */
        userId: string;
    };
    query?: never;
    url: '/api/v1/users/{userId}/sessions/{sessionId}';
};

export type EndUserSessionErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `sessions.not-found`
     */
    404: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `auth.bad-gateway`
     */
    502: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type EndUserSessionError = EndUserSessionErrors[keyof EndUserSessionErrors];

export type EndUserSessionResponses = {
    /**
     * The session has ended.
     */
    204: void;
};

export type EndUserSessionResponse = EndUserSessionResponses[keyof EndUserSessionResponses];

export type CreateVacancyData = {
    body: CreateVacancyBody;
    headers: {
        /**
         * Chosen by the sender, e.g. a UUID. The same key with the same body gives the same answer, never a second piece of work.
         */
        'Idempotency-Key': string;
    };
    path?: never;
    query?: never;
    url: '/api/v1/vacancies';
};

export type CreateVacancyErrors = {
    /**
     * `validation-failed`, `vacancies.invalid`, `bad-request`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `vacancies.not-found`
     */
    404: Problem;
    /**
     * `body-too-large`
     */
    413: Problem;
    /**
     * `unsupported-media-type`
     */
    415: Problem;
    /**
     * `vacancies.idempotency-key-reused`
     */
    422: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type CreateVacancyError = CreateVacancyErrors[keyof CreateVacancyErrors];

export type CreateVacancyResponses = {
    201: Vacancy;
};

export type CreateVacancyResponse = CreateVacancyResponses[keyof CreateVacancyResponses];

export type ExportVacanciesData = {
    body?: never;
    path?: never;
    query: {
        /**
         * Words to find in title, skills, employer, requirement, responsibility and description, in any form, Russian or English, with slips forgiven and the usual other names of a thing (`js`, `k8s`); all must occur. `"…"` finds a phrase, `-word` excludes a word. Tokens such as `C++`, `C#`, `.NET` and `1С` are words.
         */
        text?: string;
        /**
         * The aggregator that the vacancy came from; `own` for what superusers have created. Repeat it for alternatives.
         */
        source?: Array<'headhunter' | 'trudvsem' | 'greenhouse' | 'own'>;
        /**
         * The source's identifier of an area, with all that lies below it. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        areaId?: Array<string>;
        /**
         * An area with all that lies below it. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        area?: Array<string>;
        /**
         * The source's identifier of an employer. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        employerId?: Array<string>;
        /**
         * An employer. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        employer?: Array<string>;
        /**
         * The source's identifier of a professional role. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        professionalRoleId?: Array<string>;
        /**
         * A professional role. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        professionalRole?: Array<string>;
        /**
         * The source's identifier of the experience asked for. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        experienceId?: Array<string>;
        /**
         * The experience asked for. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        experience?: Array<string>;
        /**
         * The source's identifier of a kind of employment. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        employmentId?: Array<string>;
        /**
         * A kind of employment. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        employment?: Array<string>;
        /**
         * The source's identifier of a schedule. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        scheduleId?: Array<string>;
        /**
         * A schedule. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        schedule?: Array<string>;
        /**
         * The source's identifier of a work format. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        workFormatId?: Array<string>;
        /**
         * A work format. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        workFormat?: Array<string>;
        /**
         * A skill, whole and in any case. Repeat it for alternatives.
         */
        skill?: Array<string>;
        /**
         * Offers that reach this, before tax in a month; unknown salaries do not.
         */
        salaryFrom?: number;
        /**
         * Offers that begin no higher than this, before tax in a month.
         */
        salaryTo?: number;
        /**
         * ISO 4217, of salaryFrom and salaryTo; turned into roubles by the rates of the day.
         */
        salaryCurrency?: string;
        /**
         * Only vacancies that state a salary.
         */
        onlyWithSalary?: boolean;
        /**
         * With a test for applicants (`true`) or without (`false`).
         */
        hasTest?: boolean;
        /**
         * Published at this moment or later.
         */
        publishedFrom?: string;
        /**
         * Published at this moment or earlier.
         */
        publishedTo?: string;
        /**
         * The northern edge of a box, in degrees; with south, west and east.
         */
        north?: number;
        /**
         * The southern edge of the box.
         */
        south?: number;
        /**
         * The western edge of the box; greater than east across the 180th meridian.
         */
        west?: number;
        /**
         * The eastern edge of the box.
         */
        east?: number;
        /**
         * The latitude of a point to be near to, in degrees; with lng and radiusKm.
         */
        lat?: number;
        /**
         * The longitude of the point.
         */
        lng?: number;
        /**
         * How far from the point.
         */
        radiusKm?: number;
        /**
         * Open (`active`), closed by the source (`archived`) or no longer to be found there (`gone`). Only open ones unless given. Repeat it for alternatives.
         */
        state?: Array<'active' | 'archived' | 'gone'>;
        /**
         * All of a group of duplicates, not only the one that stands for them.
         */
        includeDuplicates?: boolean;
        /**
         * `csv`: RFC 4180 with a header, for spreadsheets; `jsonl`: a JSON object a line, for programs.
         */
        format: 'csv' | 'jsonl';
        /**
         * By publication unless given.
         */
        sort?: 'published' | 'salary' | 'id';
        /**
         * Descending unless given.
         */
        order?: 'asc' | 'desc';
    };
    url: '/api/v1/vacancies/export';
};

export type ExportVacanciesErrors = {
    /**
     * `validation-failed`, `search.invalid`
     */
    400: Problem;
    /**
     * `exports.too-large`
     */
    413: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `headers-too-large`
     */
    431: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `search.unavailable`
     */
    503: Problem;
};

export type ExportVacanciesError = ExportVacanciesErrors[keyof ExportVacanciesErrors];

export type ExportVacanciesResponses = {
    /**
     * The vacancies in full: an answer that breaks off is not the whole list.
     */
    200: string | Blob | File;
};

export type ExportVacanciesResponse = ExportVacanciesResponses[keyof ExportVacanciesResponses];

export type ListHiddenVacanciesData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * The size of the page.
         */
        limit?: number;
        /**
         * `nextCursor` of the previous page, with otherwise equal parameters.
         */
        cursor?: string;
    };
    url: '/api/v1/vacancies/hidden';
};

export type ListHiddenVacanciesErrors = {
    /**
     * `validation-failed`, `vacancies.cursor-expired`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `headers-too-large`
     */
    431: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type ListHiddenVacanciesError = ListHiddenVacanciesErrors[keyof ListHiddenVacanciesErrors];

export type ListHiddenVacanciesResponses = {
    200: HiddenVacancyPage;
};

export type ListHiddenVacanciesResponse = ListHiddenVacanciesResponses[keyof ListHiddenVacanciesResponses];

export type SearchVacanciesData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Words to find in title, skills, employer, requirement, responsibility and description, in any form, Russian or English, with slips forgiven and the usual other names of a thing (`js`, `k8s`); all must occur. `"…"` finds a phrase, `-word` excludes a word. Tokens such as `C++`, `C#`, `.NET` and `1С` are words.
         */
        text?: string;
        /**
         * The aggregator that the vacancy came from; `own` for what superusers have created. Repeat it for alternatives.
         */
        source?: Array<'headhunter' | 'trudvsem' | 'greenhouse' | 'own'>;
        /**
         * The source's identifier of an area, with all that lies below it. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        areaId?: Array<string>;
        /**
         * An area with all that lies below it. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        area?: Array<string>;
        /**
         * The source's identifier of an employer. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        employerId?: Array<string>;
        /**
         * An employer. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        employer?: Array<string>;
        /**
         * The source's identifier of a professional role. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        professionalRoleId?: Array<string>;
        /**
         * A professional role. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        professionalRole?: Array<string>;
        /**
         * The source's identifier of the experience asked for. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        experienceId?: Array<string>;
        /**
         * The experience asked for. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        experience?: Array<string>;
        /**
         * The source's identifier of a kind of employment. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        employmentId?: Array<string>;
        /**
         * A kind of employment. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        employment?: Array<string>;
        /**
         * The source's identifier of a schedule. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        scheduleId?: Array<string>;
        /**
         * A schedule. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        schedule?: Array<string>;
        /**
         * The source's identifier of a work format. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        workFormatId?: Array<string>;
        /**
         * A work format. The whole name, in any case. Repeat it for alternatives; those by identifier and by name are alternatives, too.
         */
        workFormat?: Array<string>;
        /**
         * A skill, whole and in any case. Repeat it for alternatives.
         */
        skill?: Array<string>;
        /**
         * Offers that reach this, before tax in a month; unknown salaries do not.
         */
        salaryFrom?: number;
        /**
         * Offers that begin no higher than this, before tax in a month.
         */
        salaryTo?: number;
        /**
         * ISO 4217, of salaryFrom and salaryTo; turned into roubles by the rates of the day.
         */
        salaryCurrency?: string;
        /**
         * Only vacancies that state a salary.
         */
        onlyWithSalary?: boolean;
        /**
         * With a test for applicants (`true`) or without (`false`).
         */
        hasTest?: boolean;
        /**
         * Published at this moment or later.
         */
        publishedFrom?: string;
        /**
         * Published at this moment or earlier.
         */
        publishedTo?: string;
        /**
         * The northern edge of a box, in degrees; with south, west and east.
         */
        north?: number;
        /**
         * The southern edge of the box.
         */
        south?: number;
        /**
         * The western edge of the box; greater than east across the 180th meridian.
         */
        west?: number;
        /**
         * The eastern edge of the box.
         */
        east?: number;
        /**
         * The latitude of a point to be near to, in degrees; with lng and radiusKm.
         */
        lat?: number;
        /**
         * The longitude of the point.
         */
        lng?: number;
        /**
         * How far from the point.
         */
        radiusKm?: number;
        /**
         * Open (`active`), closed by the source (`archived`) or no longer to be found there (`gone`). Only open ones unless given. Repeat it for alternatives.
         */
        state?: Array<'active' | 'archived' | 'gone'>;
        /**
         * All of a group of duplicates, not only the one that stands for them.
         */
        includeDuplicates?: boolean;
        /**
         * The size of the page.
         */
        limit?: number;
        /**
         * `nextCursor` of the previous page, with otherwise equal parameters.
         */
        cursor?: string;
        /**
         * By the best match (needs `text`, and is the default with it), publication (the default without), salary (unknown ones last), distance (needs `lat`, `lng` and `radiusKm`), or the order in which vacancies were first seen. By relevance and by distance the list ends after 10,000; the other orders have no end.
         */
        sort?: 'relevance' | 'published' | 'salary' | 'distance' | 'id';
        /**
         * Descending unless given. The best and the nearest come first always.
         */
        order?: 'asc' | 'desc';
        /**
         * What to count the values of. A facet does not feel the filter of its own name, so that alternatives can be seen. Repeat it for more.
         */
        facets?: Array<'source' | 'area' | 'employer' | 'professionalRole' | 'experience' | 'employment' | 'schedule' | 'workFormat' | 'skill'>;
        /**
         * Whether to mark what matched the text.
         */
        highlight?: boolean;
    };
    url: '/api/v1/vacancies/search';
};

export type SearchVacanciesErrors = {
    /**
     * `validation-failed`, `search.invalid`, `search.cursor-expired`
     */
    400: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `headers-too-large`
     */
    431: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `search.unavailable`
     */
    503: Problem;
};

export type SearchVacanciesError = SearchVacanciesErrors[keyof SearchVacanciesErrors];

export type SearchVacanciesResponses = {
    200: VacancyPage;
};

export type SearchVacanciesResponse = SearchVacanciesResponses[keyof SearchVacanciesResponses];

export type SuggestSearchData = {
    body?: never;
    path?: never;
    query: {
        /**
         * What was typed so far: how a title, a skill or an employer begins.
         */
        q: string;
        /**
         * How many at most.
         */
        limit?: number;
    };
    url: '/api/v1/vacancies/suggestions';
};

export type SuggestSearchErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `headers-too-large`
     */
    431: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `search.unavailable`
     */
    503: Problem;
};

export type SuggestSearchError = SuggestSearchErrors[keyof SuggestSearchErrors];

export type SuggestSearchResponses = {
    200: Suggestions;
};

export type SuggestSearchResponse = SuggestSearchResponses[keyof SuggestSearchResponses];

export type DeleteVacancyData = {
    body?: never;
    headers?: {
        /**
         * The `ETag` of the revision that was read. Without it, whatever is there is changed.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/vacancies/{id}';
};

export type DeleteVacancyErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `vacancies.not-found`
     */
    404: Problem;
    /**
     * `vacancies.changed-meanwhile`
     */
    412: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type DeleteVacancyError = DeleteVacancyErrors[keyof DeleteVacancyErrors];

export type DeleteVacancyResponses = {
    /**
     * It is gone.
     */
    204: void;
};

export type DeleteVacancyResponse = DeleteVacancyResponses[keyof DeleteVacancyResponses];

export type GetVacancyData = {
    body?: never;
    headers?: {
        /**
         * The `ETag` of an earlier answer.
         */
        'If-None-Match'?: string;
    };
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/vacancies/{id}';
};

export type GetVacancyErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `vacancies.not-found`
     */
    404: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`
     */
    503: Problem;
};

export type GetVacancyError = GetVacancyErrors[keyof GetVacancyErrors];

export type GetVacancyResponses = {
    200: Vacancy;
};

export type GetVacancyResponse = GetVacancyResponses[keyof GetVacancyResponses];

export type ChangeVacancyData = {
    body: ChangeVacancyBody;
    headers?: {
        /**
         * The `ETag` of the revision that was read. Without it, whatever is there is changed.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/vacancies/{id}';
};

export type ChangeVacancyErrors = {
    /**
     * `validation-failed`, `vacancies.invalid`, `bad-request`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `vacancies.not-found`
     */
    404: Problem;
    /**
     * `vacancies.changed-meanwhile`
     */
    412: Problem;
    /**
     * `body-too-large`
     */
    413: Problem;
    /**
     * `unsupported-media-type`
     */
    415: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type ChangeVacancyError = ChangeVacancyErrors[keyof ChangeVacancyErrors];

export type ChangeVacancyResponses = {
    200: Vacancy;
};

export type ChangeVacancyResponse = ChangeVacancyResponses[keyof ChangeVacancyResponses];

export type ListEditedFieldsData = {
    body?: never;
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/vacancies/{id}/edits';
};

export type ListEditedFieldsErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `vacancies.not-found`
     */
    404: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type ListEditedFieldsError = ListEditedFieldsErrors[keyof ListEditedFieldsErrors];

export type ListEditedFieldsResponses = {
    200: EditedFieldList;
};

export type ListEditedFieldsResponse = ListEditedFieldsResponses[keyof ListEditedFieldsResponses];

export type GiveBackFieldData = {
    body?: never;
    headers?: {
        /**
         * The `ETag` of the revision that was read. Without it, whatever is there is changed.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
        /**
         * As `PATCH` names it.
         */
        field: string;
    };
    query?: never;
    url: '/api/v1/vacancies/{id}/edits/{field}';
};

export type GiveBackFieldErrors = {
    /**
     * `validation-failed`, `vacancies.invalid`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `vacancies.not-found`
     */
    404: Problem;
    /**
     * `vacancies.changed-meanwhile`
     */
    412: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type GiveBackFieldError = GiveBackFieldErrors[keyof GiveBackFieldErrors];

export type GiveBackFieldResponses = {
    /**
     * The field is its source's.
     */
    204: void;
};

export type GiveBackFieldResponse = GiveBackFieldResponses[keyof GiveBackFieldResponses];

export type HideVacancyData = {
    body?: never;
    headers?: {
        /**
         * The `ETag` of the revision that was read. Without it, whatever is there is changed.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/vacancies/{id}/hide';
};

export type HideVacancyErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `vacancies.not-found`
     */
    404: Problem;
    /**
     * `vacancies.changed-meanwhile`
     */
    412: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type HideVacancyError = HideVacancyErrors[keyof HideVacancyErrors];

export type HideVacancyResponses = {
    /**
     * It is hidden.
     */
    204: void;
};

export type HideVacancyResponse = HideVacancyResponses[keyof HideVacancyResponses];

export type ListVacancyChangesData = {
    body?: never;
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
    };
    query?: {
        /**
         * The size of the page.
         */
        limit?: number;
        /**
         * `nextCursor` of the previous page, with otherwise equal parameters.
         */
        cursor?: string;
    };
    url: '/api/v1/vacancies/{id}/history';
};

export type ListVacancyChangesErrors = {
    /**
     * `validation-failed`, `vacancies.cursor-expired`
     */
    400: Problem;
    /**
     * `vacancies.not-found`
     */
    404: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `headers-too-large`
     */
    431: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`
     */
    503: Problem;
};

export type ListVacancyChangesError = ListVacancyChangesErrors[keyof ListVacancyChangesErrors];

export type ListVacancyChangesResponses = {
    200: VacancyHistoryPage;
};

export type ListVacancyChangesResponse = ListVacancyChangesResponses[keyof ListVacancyChangesResponses];

export type ShowVacancyData = {
    body?: never;
    headers?: {
        /**
         * The `ETag` of the revision that was read. Without it, whatever is there is changed.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/vacancies/{id}/show';
};

export type ShowVacancyErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `authentication-required`, `auth.invalid-token`
     */
    401: Problem;
    /**
     * `access-denied`, `cross-site-request`
     */
    403: Problem;
    /**
     * `vacancies.not-found`
     */
    404: Problem;
    /**
     * `vacancies.changed-meanwhile`
     */
    412: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `auth.unavailable`
     */
    503: Problem;
};

export type ShowVacancyError = ShowVacancyErrors[keyof ShowVacancyErrors];

export type ShowVacancyResponses = {
    /**
     * It is there for all.
     */
    204: void;
};

export type ShowVacancyResponse = ShowVacancyResponses[keyof ShowVacancyResponses];

export type ListSimilarVacanciesData = {
    body?: never;
    path: {
        /**
         * The `id` by which it is listed.
         */
        id: string;
    };
    query?: {
        /**
         * How many at most.
         */
        limit?: number;
    };
    url: '/api/v1/vacancies/{id}/similar';
};

export type ListSimilarVacanciesErrors = {
    /**
     * `validation-failed`
     */
    400: Problem;
    /**
     * `vacancies.not-found`
     */
    404: Problem;
    /**
     * `too-many-requests`
     */
    429: Problem;
    /**
     * `headers-too-large`
     */
    431: Problem;
    /**
     * `internal-error`
     */
    500: Problem;
    /**
     * `unavailable`, `search.unavailable`
     */
    503: Problem;
};

export type ListSimilarVacanciesError = ListSimilarVacanciesErrors[keyof ListSimilarVacanciesErrors];

export type ListSimilarVacanciesResponses = {
    200: SimilarVacancies;
};

export type ListSimilarVacanciesResponse = ListSimilarVacanciesResponses[keyof ListSimilarVacanciesResponses];
