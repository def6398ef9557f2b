// Generated from docs/openapi.json (npx nx run api-client:generate); do not edit.

import { client } from './client.gen.ts';
import type { Client, ClientMeta, Options as Options2, RequestResult, ServerSentEventsResult, TDataShape } from './client/index.ts';
import type { CancelCollectionData, CancelCollectionErrors, CancelCollectionResponses, ChangePasswordData, ChangePasswordErrors, ChangePasswordResponses, ChangeProfileData, ChangeProfileErrors, ChangeProfileResponses, ChangeSavedSearchData, ChangeSavedSearchErrors, ChangeSavedSearchResponses, ChangeScheduleData, ChangeScheduleErrors, ChangeScheduleResponses, ChangeUserData, ChangeUserErrors, ChangeUserResponses, ChangeVacancyData, ChangeVacancyErrors, ChangeVacancyResponses, ClearSourceData, ClearSourceErrors, ClearSourceResponses, ConfirmEmailData, ConfirmEmailErrors, ConfirmEmailResponses, CreateSavedSearchData, CreateSavedSearchErrors, CreateSavedSearchResponses, CreateScheduleData, CreateScheduleErrors, CreateScheduleResponses, CreateUserData, CreateUserErrors, CreateUserResponses, CreateVacancyData, CreateVacancyErrors, CreateVacancyResponses, DeleteAccountData, DeleteAccountErrors, DeleteAccountResponses, DeleteExportData, DeleteExportErrors, DeleteExportResponses, DeleteSavedSearchData, DeleteSavedSearchErrors, DeleteSavedSearchResponses, DeleteScheduleData, DeleteScheduleErrors, DeleteScheduleResponses, DeleteUserData, DeleteUserErrors, DeleteUserResponses, DeleteVacancyData, DeleteVacancyErrors, DeleteVacancyResponses, DiscardDeadLetterData, DiscardDeadLetterErrors, DiscardDeadLetterResponses, DownloadExportData, DownloadExportErrors, DownloadExportResponses, EndAllSessionsData, EndAllSessionsErrors, EndAllSessionsResponses, EndAllUserSessionsData, EndAllUserSessionsErrors, EndAllUserSessionsResponses, EndSessionData, EndSessionErrors, EndSessionResponses, EndUserSessionData, EndUserSessionErrors, EndUserSessionResponses, ExportVacanciesData, ExportVacanciesErrors, ExportVacanciesResponses, FollowCollectionRunData, FollowCollectionRunErrors, FollowCollectionRunResponse, FollowCollectionRunResponses, GetCollectionRunData, GetCollectionRunErrors, GetCollectionRunResponses, GetDeadLetterData, GetDeadLetterErrors, GetDeadLetterResponses, GetExportData, GetExportErrors, GetExportResponses, GetIndexOperationData, GetIndexOperationErrors, GetIndexOperationResponses, GetJwksData, GetJwksErrors, GetJwksResponses, GetProfileData, GetProfileErrors, GetProfileResponses, GetSavedSearchData, GetSavedSearchErrors, GetSavedSearchResponses, GetScheduleData, GetScheduleErrors, GetScheduleResponses, GetSearchIndexData, GetSearchIndexErrors, GetSearchIndexResponses, GetSourceQueueData, GetSourceQueueErrors, GetSourceQueueResponses, GetUserData, GetUserErrors, GetUserResponses, GetVacancyData, GetVacancyErrors, GetVacancyResponses, GiveBackFieldData, GiveBackFieldErrors, GiveBackFieldResponses, HideVacancyData, HideVacancyErrors, HideVacancyResponses, ListAreasData, ListAreasErrors, ListAreasResponses, ListAuditEventsData, ListAuditEventsErrors, ListAuditEventsResponses, ListCollectionRunsData, ListCollectionRunsErrors, ListCollectionRunsResponses, ListCollectionWindowsData, ListCollectionWindowsErrors, ListCollectionWindowsResponses, ListDeadLetterGroupsData, ListDeadLetterGroupsErrors, ListDeadLetterGroupsResponses, ListDeadLettersData, ListDeadLettersErrors, ListDeadLettersResponses, ListEditedFieldsData, ListEditedFieldsErrors, ListEditedFieldsResponses, ListExportsData, ListExportsErrors, ListExportsResponses, ListHiddenVacanciesData, ListHiddenVacanciesErrors, ListHiddenVacanciesResponses, ListSavedSearchesData, ListSavedSearchesErrors, ListSavedSearchesResponses, ListSchedulesData, ListSchedulesErrors, ListSchedulesResponses, ListSessionsData, ListSessionsErrors, ListSessionsResponses, ListSimilarVacanciesData, ListSimilarVacanciesErrors, ListSimilarVacanciesResponses, ListSourcesData, ListSourcesErrors, ListSourcesResponses, ListUsersData, ListUsersErrors, ListUserSessionsData, ListUserSessionsErrors, ListUserSessionsResponses, ListUsersResponses, ListVacancyChangesData, ListVacancyChangesErrors, ListVacancyChangesResponses, LogInData, LogInErrors, LogInResponses, LogOutData, LogOutErrors, LogOutResponses, PauseSavedSearchData, PauseSavedSearchErrors, PauseSavedSearchResponses, PauseScheduleData, PauseScheduleErrors, PauseScheduleResponses, PauseSourceData, PauseSourceErrors, PauseSourceResponses, ReadSalaryStatisticsData, ReadSalaryStatisticsErrors, ReadSalaryStatisticsResponses, ReadVacancyCountsData, ReadVacancyCountsErrors, ReadVacancyCountsResponses, RefreshSessionData, RefreshSessionErrors, RefreshSessionResponses, RegisterData, RegisterErrors, RegisterResponses, ReplayDeadLetterData, ReplayDeadLetterErrors, ReplayDeadLetterResponses, ReplayDeadLettersData, ReplayDeadLettersErrors, ReplayDeadLettersResponses, RequestCollectionData, RequestCollectionErrors, RequestCollectionResponses, RequestEmailChangeData, RequestEmailChangeErrors, RequestEmailChangeResponses, RequestExportData, RequestExportErrors, RequestExportResponses, RequestIndexOperationData, RequestIndexOperationErrors, RequestIndexOperationResponses, RequestPasswordResetData, RequestPasswordResetErrors, RequestPasswordResetResponses, ResetPasswordData, ResetPasswordErrors, ResetPasswordResponses, ResumeSavedSearchData, ResumeSavedSearchErrors, ResumeSavedSearchResponses, ResumeScheduleData, ResumeScheduleErrors, ResumeScheduleResponses, ResumeSourceData, ResumeSourceErrors, ResumeSourceResponses, RunScheduleData, RunScheduleErrors, RunScheduleResponses, SearchVacanciesData, SearchVacanciesErrors, SearchVacanciesResponses, ShowVacancyData, ShowVacancyErrors, ShowVacancyResponses, SuggestSearchData, SuggestSearchErrors, SuggestSearchResponses } from './types.gen.ts';

export type Options<TData extends TDataShape = TDataShape, ThrowOnError extends boolean = boolean, TResponse = unknown> = Options2<TData, ThrowOnError, TResponse> & {
    /**
     * You can provide a client instance returned by `createClient()` instead of
     * individual options. This might be also useful if you want to implement a
     * custom client.
     */
    client?: Client;
    /**
     * You can pass arbitrary values through the `meta` object. This can be
     * used to access values that aren't defined as part of the SDK function.
     */
    meta?: keyof ClientMeta extends never ? Record<string, unknown> : ClientMeta;
};

/**
 * The public keys that access tokens are verified with
 */
export const getJwks = <ThrowOnError extends boolean = false>(options?: Options<GetJwksData, ThrowOnError>): RequestResult<GetJwksResponses, GetJwksErrors, ThrowOnError> => (options?.client ?? client).get<GetJwksResponses, GetJwksErrors, ThrowOnError>({ url: '/.well-known/jwks.json', ...options });

/**
 * List the areas of a source, to choose one to search in
 */
export const listAreas = <ThrowOnError extends boolean = false>(options: Options<ListAreasData, ThrowOnError>): RequestResult<ListAreasResponses, ListAreasErrors, ThrowOnError> => (options.client ?? client).get<ListAreasResponses, ListAreasErrors, ThrowOnError>({ url: '/api/v1/areas', ...options });

/**
 * List administrative and security events, the newest first
 *
 * From all parts of the system, as one list. While one of them cannot be read, there is none.
 */
export const listAuditEvents = <ThrowOnError extends boolean = false>(options?: Options<ListAuditEventsData, ThrowOnError>): RequestResult<ListAuditEventsResponses, ListAuditEventsErrors, ThrowOnError> => (options?.client ?? client).get<ListAuditEventsResponses, ListAuditEventsErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/audit-events',
    ...options
});

/**
 * Change my e-mail address
 *
 * A mail goes to the new address; it takes effect once it is confirmed there.
 */
export const requestEmailChange = <ThrowOnError extends boolean = false>(options: Options<RequestEmailChangeData, ThrowOnError>): RequestResult<RequestEmailChangeResponses, RequestEmailChangeErrors, ThrowOnError> => (options.client ?? client).post<RequestEmailChangeResponses, RequestEmailChangeErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/auth/email',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Confirm an e-mail address
 *
 * With the token of the mail and the password of the account: whoever opened it, and nobody else.
 */
export const confirmEmail = <ThrowOnError extends boolean = false>(options: Options<ConfirmEmailData, ThrowOnError>): RequestResult<ConfirmEmailResponses, ConfirmEmailErrors, ThrowOnError> => (options.client ?? client).post<ConfirmEmailResponses, ConfirmEmailErrors, ThrowOnError>({
    url: '/api/v1/auth/email/confirm',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Open a session on this device
 */
export const logIn = <ThrowOnError extends boolean = false>(options: Options<LogInData, ThrowOnError>): RequestResult<LogInResponses, LogInErrors, ThrowOnError> => (options.client ?? client).post<LogInResponses, LogInErrors, ThrowOnError>({
    url: '/api/v1/auth/login',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * End this session
 *
 * Named by the access token, or by the refresh token if that one has expired. Others go on.
 */
export const logOut = <ThrowOnError extends boolean = false>(options?: Options<LogOutData, ThrowOnError>): RequestResult<LogOutResponses, LogOutErrors, ThrowOnError> => (options?.client ?? client).post<LogOutResponses, LogOutErrors, ThrowOnError>({
    security: [{
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/api/v1/auth/logout',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options?.headers
    }
});

/**
 * Delete my account, with all that is kept of me
 */
export const deleteAccount = <ThrowOnError extends boolean = false>(options: Options<DeleteAccountData, ThrowOnError>): RequestResult<DeleteAccountResponses, DeleteAccountErrors, ThrowOnError> => (options.client ?? client).delete<DeleteAccountResponses, DeleteAccountErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/auth/me',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Who am I?
 */
export const getProfile = <ThrowOnError extends boolean = false>(options?: Options<GetProfileData, ThrowOnError>): RequestResult<GetProfileResponses, GetProfileErrors, ThrowOnError> => (options?.client ?? client).get<GetProfileResponses, GetProfileErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/auth/me',
    ...options
});

/**
 * Change what I say of myself
 */
export const changeProfile = <ThrowOnError extends boolean = false>(options: Options<ChangeProfileData, ThrowOnError>): RequestResult<ChangeProfileResponses, ChangeProfileErrors, ThrowOnError> => (options.client ?? client).patch<ChangeProfileResponses, ChangeProfileErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/auth/me',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Change my password
 *
 * Ends all my sessions but this one.
 */
export const changePassword = <ThrowOnError extends boolean = false>(options: Options<ChangePasswordData, ThrowOnError>): RequestResult<ChangePasswordResponses, ChangePasswordErrors, ThrowOnError> => (options.client ?? client).post<ChangePasswordResponses, ChangePasswordErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/auth/password',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Have a link sent that sets another password
 *
 * The answer is the same whether there is an account with this address or not.
 */
export const requestPasswordReset = <ThrowOnError extends boolean = false>(options: Options<RequestPasswordResetData, ThrowOnError>): RequestResult<RequestPasswordResetResponses, RequestPasswordResetErrors, ThrowOnError> => (options.client ?? client).post<RequestPasswordResetResponses, RequestPasswordResetErrors, ThrowOnError>({
    url: '/api/v1/auth/password/forgot',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Set another password by the link of a mail
 *
 * Confirms the address too, and ends all sessions. Each link is good once.
 */
export const resetPassword = <ThrowOnError extends boolean = false>(options: Options<ResetPasswordData, ThrowOnError>): RequestResult<ResetPasswordResponses, ResetPasswordErrors, ThrowOnError> => (options.client ?? client).post<ResetPasswordResponses, ResetPasswordErrors, ThrowOnError>({
    url: '/api/v1/auth/password/reset',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Trade the refresh token for the next pair
 *
 * Each refresh token is good for one refresh. Its immediate predecessor is forgiven while the new one is unused; any older one is taken for a copy, and ends the session.
 */
export const refreshSession = <ThrowOnError extends boolean = false>(options?: Options<RefreshSessionData, ThrowOnError>): RequestResult<RefreshSessionResponses, RefreshSessionErrors, ThrowOnError> => (options?.client ?? client).post<RefreshSessionResponses, RefreshSessionErrors, ThrowOnError>({
    url: '/api/v1/auth/refresh',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options?.headers
    }
});

/**
 * Make an account
 *
 * A mail goes to the address. Its link confirms it; until then nobody can log in. The answer is the same for an address that has an account: its owner is told by mail. To have the mail sent again, register again.
 */
export const register = <ThrowOnError extends boolean = false>(options: Options<RegisterData, ThrowOnError>): RequestResult<RegisterResponses, RegisterErrors, ThrowOnError> => (options.client ?? client).post<RegisterResponses, RegisterErrors, ThrowOnError>({
    url: '/api/v1/auth/register',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Log out everywhere, here included
 */
export const endAllSessions = <ThrowOnError extends boolean = false>(options?: Options<EndAllSessionsData, ThrowOnError>): RequestResult<EndAllSessionsResponses, EndAllSessionsErrors, ThrowOnError> => (options?.client ?? client).delete<EndAllSessionsResponses, EndAllSessionsErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/auth/sessions',
    ...options
});

/**
 * On which devices am I logged in?
 */
export const listSessions = <ThrowOnError extends boolean = false>(options?: Options<ListSessionsData, ThrowOnError>): RequestResult<ListSessionsResponses, ListSessionsErrors, ThrowOnError> => (options?.client ?? client).get<ListSessionsResponses, ListSessionsErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/auth/sessions',
    ...options
});

/**
 * Log out on one device
 */
export const endSession = <ThrowOnError extends boolean = false>(options: Options<EndSessionData, ThrowOnError>): RequestResult<EndSessionResponses, EndSessionErrors, ThrowOnError> => (options.client ?? client).delete<EndSessionResponses, EndSessionErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/auth/sessions/{sessionId}',
    ...options
});

/**
 * List collection runs, the newest first
 */
export const listCollectionRuns = <ThrowOnError extends boolean = false>(options?: Options<ListCollectionRunsData, ThrowOnError>): RequestResult<ListCollectionRunsResponses, ListCollectionRunsErrors, ThrowOnError> => (options?.client ?? client).get<ListCollectionRunsResponses, ListCollectionRunsErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/collections',
    ...options
});

/**
 * Have vacancies collected from a source
 */
export const requestCollection = <ThrowOnError extends boolean = false>(options: Options<RequestCollectionData, ThrowOnError>): RequestResult<RequestCollectionResponses, RequestCollectionErrors, ThrowOnError> => (options.client ?? client).post<RequestCollectionResponses, RequestCollectionErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/collections',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * See how far a collection run has come
 */
export const getCollectionRun = <ThrowOnError extends boolean = false>(options: Options<GetCollectionRunData, ThrowOnError>): RequestResult<GetCollectionRunResponses, GetCollectionRunErrors, ThrowOnError> => (options.client ?? client).get<GetCollectionRunResponses, GetCollectionRunErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/collections/{id}',
    ...options
});

/**
 * End a collection run
 *
 * Its workers stop within a second or two. What was stored stays. Repeating it is harmless.
 */
export const cancelCollection = <ThrowOnError extends boolean = false>(options: Options<CancelCollectionData, ThrowOnError>): RequestResult<CancelCollectionResponses, CancelCollectionErrors, ThrowOnError> => (options.client ?? client).post<CancelCollectionResponses, CancelCollectionErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/collections/{id}/cancel',
    ...options
});

/**
 * Follow a collection run
 *
 * Ends with the run. A browser that reconnects goes on behind the last event it has seen.
 */
export const followCollectionRun = <ThrowOnError extends boolean = false>(options: Options<FollowCollectionRunData, ThrowOnError, FollowCollectionRunResponse>): Promise<ServerSentEventsResult<FollowCollectionRunResponses>> => (options.client ?? client).sse.get<FollowCollectionRunResponses, FollowCollectionRunErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/collections/{id}/events',
    ...options
});

/**
 * See the plan of a collection run
 *
 * A window with more than the source shows at a time is split: others take its place.
 */
export const listCollectionWindows = <ThrowOnError extends boolean = false>(options: Options<ListCollectionWindowsData, ThrowOnError>): RequestResult<ListCollectionWindowsResponses, ListCollectionWindowsErrors, ThrowOnError> => (options.client ?? client).get<ListCollectionWindowsResponses, ListCollectionWindowsErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/collections/{id}/windows',
    ...options
});

/**
 * Count the open dead letters by source and reason
 */
export const listDeadLetterGroups = <ThrowOnError extends boolean = false>(options?: Options<ListDeadLetterGroupsData, ThrowOnError>): RequestResult<ListDeadLetterGroupsResponses, ListDeadLetterGroupsErrors, ThrowOnError> => (options?.client ?? client).get<ListDeadLetterGroupsResponses, ListDeadLetterGroupsErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/dead-letter-groups',
    ...options
});

/**
 * Have done again all that was given up of a source, or for a reason, or both
 *
 * At most 1000 at a time. What is replayed already is not replayed again, so that repeating it is harmless.
 */
export const replayDeadLetters = <ThrowOnError extends boolean = false>(options: Options<ReplayDeadLettersData, ThrowOnError>): RequestResult<ReplayDeadLettersResponses, ReplayDeadLettersErrors, ThrowOnError> => (options.client ?? client).post<ReplayDeadLettersResponses, ReplayDeadLettersErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/dead-letter-groups/replay',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List the parts of runs that were given up, the newest first
 */
export const listDeadLetters = <ThrowOnError extends boolean = false>(options?: Options<ListDeadLettersData, ThrowOnError>): RequestResult<ListDeadLettersResponses, ListDeadLettersErrors, ThrowOnError> => (options?.client ?? client).get<ListDeadLettersResponses, ListDeadLettersErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/dead-letters',
    ...options
});

/**
 * Read a dead letter
 */
export const getDeadLetter = <ThrowOnError extends boolean = false>(options: Options<GetDeadLetterData, ThrowOnError>): RequestResult<GetDeadLetterResponses, GetDeadLetterErrors, ThrowOnError> => (options.client ?? client).get<GetDeadLetterResponses, GetDeadLetterErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/dead-letters/{id}',
    ...options
});

/**
 * Leave as it is what was given up
 *
 * The letter stays to be read, but is open no more. Repeating it is harmless.
 */
export const discardDeadLetter = <ThrowOnError extends boolean = false>(options: Options<DiscardDeadLetterData, ThrowOnError>): RequestResult<DiscardDeadLetterResponses, DiscardDeadLetterErrors, ThrowOnError> => (options.client ?? client).post<DiscardDeadLetterResponses, DiscardDeadLetterErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/dead-letters/{id}/discard',
    ...options
});

/**
 * Have done again what was given up
 *
 * Its run is under way again, and goes on where it stood. Repeating it is harmless.
 */
export const replayDeadLetter = <ThrowOnError extends boolean = false>(options: Options<ReplayDeadLetterData, ThrowOnError>): RequestResult<ReplayDeadLetterResponses, ReplayDeadLetterErrors, ThrowOnError> => (options.client ?? client).post<ReplayDeadLetterResponses, ReplayDeadLetterErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/dead-letters/{id}/replay',
    ...options
});

/**
 * List your exports, the newest first
 *
 * Those that are being made, and those whose files can still be had.
 */
export const listExports = <ThrowOnError extends boolean = false>(options?: Options<ListExportsData, ThrowOnError>): RequestResult<ListExportsResponses, ListExportsErrors, ThrowOnError> => (options?.client ?? client).get<ListExportsResponses, ListExportsErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/exports',
    ...options
});

/**
 * Have a file made of what a search finds
 *
 * Up to 1,000,000 vacancies; two at a time for each user.
 */
export const requestExport = <ThrowOnError extends boolean = false>(options: Options<RequestExportData, ThrowOnError>): RequestResult<RequestExportResponses, RequestExportErrors, ThrowOnError> => (options.client ?? client).post<RequestExportResponses, RequestExportErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/exports',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * End an export, being made or ready
 */
export const deleteExport = <ThrowOnError extends boolean = false>(options: Options<DeleteExportData, ThrowOnError>): RequestResult<DeleteExportResponses, DeleteExportErrors, ThrowOnError> => (options.client ?? client).delete<DeleteExportResponses, DeleteExportErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/exports/{id}',
    ...options
});

/**
 * See how far an export is, and where its file can be had
 */
export const getExport = <ThrowOnError extends boolean = false>(options: Options<GetExportData, ThrowOnError>): RequestResult<GetExportResponses, GetExportErrors, ThrowOnError> => (options.client ?? client).get<GetExportResponses, GetExportErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/exports/{id}',
    ...options
});

/**
 * Download the file of an export
 *
 * For whoever has the link: `downloadUrl` of the export.
 */
export const downloadExport = <ThrowOnError extends boolean = false>(options: Options<DownloadExportData, ThrowOnError>): RequestResult<DownloadExportResponses, DownloadExportErrors, ThrowOnError> => (options.client ?? client).get<DownloadExportResponses, DownloadExportErrors, ThrowOnError>({ url: '/api/v1/exports/{id}/file', ...options });

/**
 * List your saved searches, the newest first
 */
export const listSavedSearches = <ThrowOnError extends boolean = false>(options?: Options<ListSavedSearchesData, ThrowOnError>): RequestResult<ListSavedSearchesResponses, ListSavedSearchesErrors, ThrowOnError> => (options?.client ?? client).get<ListSavedSearchesResponses, ListSavedSearchesErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/saved-searches',
    ...options
});

/**
 * Have mails sent about new vacancies that a search finds
 *
 * Each vacancy that is stored from now on, and that the search finds, is told of in one mail to your confirmed address. Fifty at most. The name keeps a repeated request from making two.
 */
export const createSavedSearch = <ThrowOnError extends boolean = false>(options: Options<CreateSavedSearchData, ThrowOnError>): RequestResult<CreateSavedSearchResponses, CreateSavedSearchErrors, ThrowOnError> => (options.client ?? client).post<CreateSavedSearchResponses, CreateSavedSearchErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/saved-searches',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Delete one of your saved searches
 */
export const deleteSavedSearch = <ThrowOnError extends boolean = false>(options: Options<DeleteSavedSearchData, ThrowOnError>): RequestResult<DeleteSavedSearchResponses, DeleteSavedSearchErrors, ThrowOnError> => (options.client ?? client).delete<DeleteSavedSearchResponses, DeleteSavedSearchErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/saved-searches/{id}',
    ...options
});

/**
 * Read one of your saved searches
 */
export const getSavedSearch = <ThrowOnError extends boolean = false>(options: Options<GetSavedSearchData, ThrowOnError>): RequestResult<GetSavedSearchResponses, GetSavedSearchErrors, ThrowOnError> => (options.client ?? client).get<GetSavedSearchResponses, GetSavedSearchErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/saved-searches/{id}',
    ...options
});

/**
 * Change one of your saved searches
 *
 * With another search or frequency it begins anew: what is stored by now is not new to it.
 */
export const changeSavedSearch = <ThrowOnError extends boolean = false>(options: Options<ChangeSavedSearchData, ThrowOnError>): RequestResult<ChangeSavedSearchResponses, ChangeSavedSearchErrors, ThrowOnError> => (options.client ?? client).patch<ChangeSavedSearchResponses, ChangeSavedSearchErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/saved-searches/{id}',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Have no mails sent about a saved search until it is resumed
 *
 * As the link in its mails does. Pausing it again is no error.
 */
export const pauseSavedSearch = <ThrowOnError extends boolean = false>(options: Options<PauseSavedSearchData, ThrowOnError>): RequestResult<PauseSavedSearchResponses, PauseSavedSearchErrors, ThrowOnError> => (options.client ?? client).post<PauseSavedSearchResponses, PauseSavedSearchErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/saved-searches/{id}/pause',
    ...options
});

/**
 * Have mails sent about a saved search again
 *
 * About what is stored from now on. Resuming it again is no error.
 */
export const resumeSavedSearch = <ThrowOnError extends boolean = false>(options: Options<ResumeSavedSearchData, ThrowOnError>): RequestResult<ResumeSavedSearchResponses, ResumeSavedSearchErrors, ThrowOnError> => (options.client ?? client).post<ResumeSavedSearchResponses, ResumeSavedSearchErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/saved-searches/{id}/resume',
    ...options
});

/**
 * List schedules, the newest first
 */
export const listSchedules = <ThrowOnError extends boolean = false>(options?: Options<ListSchedulesData, ThrowOnError>): RequestResult<ListSchedulesResponses, ListSchedulesErrors, ThrowOnError> => (options?.client ?? client).get<ListSchedulesResponses, ListSchedulesErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/schedules',
    ...options
});

/**
 * Have vacancies collected again and again
 *
 * Schedulers that run take it up within a second.
 */
export const createSchedule = <ThrowOnError extends boolean = false>(options: Options<CreateScheduleData, ThrowOnError>): RequestResult<CreateScheduleResponses, CreateScheduleErrors, ThrowOnError> => (options.client ?? client).post<CreateScheduleResponses, CreateScheduleErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/schedules',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Delete a schedule; its runs stay
 *
 * The schedule named `default` is made again when a scheduler starts, unless its `DEFAULT_SCHEDULE_CRON` is `none`: to be rid of it, pause it.
 */
export const deleteSchedule = <ThrowOnError extends boolean = false>(options: Options<DeleteScheduleData, ThrowOnError>): RequestResult<DeleteScheduleResponses, DeleteScheduleErrors, ThrowOnError> => (options.client ?? client).delete<DeleteScheduleResponses, DeleteScheduleErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/schedules/{id}',
    ...options
});

/**
 * Read one schedule, with when it fires next and what became of its last times
 */
export const getSchedule = <ThrowOnError extends boolean = false>(options: Options<GetScheduleData, ThrowOnError>): RequestResult<GetScheduleResponses, GetScheduleErrors, ThrowOnError> => (options.client ?? client).get<GetScheduleResponses, GetScheduleErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/schedules/{id}',
    ...options
});

/**
 * Change what a schedule collects, and when
 *
 * Schedulers that run go by it within a second.
 */
export const changeSchedule = <ThrowOnError extends boolean = false>(options: Options<ChangeScheduleData, ThrowOnError>): RequestResult<ChangeScheduleResponses, ChangeScheduleErrors, ThrowOnError> => (options.client ?? client).patch<ChangeScheduleResponses, ChangeScheduleErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/schedules/{id}',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Let a schedule fire no more until it is resumed
 *
 * A run that is under way goes on. Pausing it again is no error.
 */
export const pauseSchedule = <ThrowOnError extends boolean = false>(options: Options<PauseScheduleData, ThrowOnError>): RequestResult<PauseScheduleResponses, PauseScheduleErrors, ThrowOnError> => (options.client ?? client).post<PauseScheduleResponses, PauseScheduleErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/schedules/{id}/pause',
    ...options
});

/**
 * Let a paused schedule fire again
 *
 * From its next time on: what came meanwhile is not made up for. Resuming it again is no error.
 */
export const resumeSchedule = <ThrowOnError extends boolean = false>(options: Options<ResumeScheduleData, ThrowOnError>): RequestResult<ResumeScheduleResponses, ResumeScheduleErrors, ThrowOnError> => (options.client ?? client).post<ResumeScheduleResponses, ResumeScheduleErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/schedules/{id}/resume',
    ...options
});

/**
 * Have collected now what a schedule collects
 *
 * Its times stay as they are. It runs also if it is paused, and beside a run that is under way.
 */
export const runSchedule = <ThrowOnError extends boolean = false>(options: Options<RunScheduleData, ThrowOnError>): RequestResult<RunScheduleResponses, RunScheduleErrors, ThrowOnError> => (options.client ?? client).post<RunScheduleResponses, RunScheduleErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/schedules/{id}/run',
    ...options
});

/**
 * See how the search indexes are
 */
export const getSearchIndex = <ThrowOnError extends boolean = false>(options?: Options<GetSearchIndexData, ThrowOnError>): RequestResult<GetSearchIndexResponses, GetSearchIndexErrors, ThrowOnError> => (options?.client ?? client).get<GetSearchIndexResponses, GetSearchIndexErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/search-index',
    ...options
});

/**
 * Have an index created, rebuilt, checked, repaired or deleted
 *
 * Workers do it, one operation at a time.
 */
export const requestIndexOperation = <ThrowOnError extends boolean = false>(options: Options<RequestIndexOperationData, ThrowOnError>): RequestResult<RequestIndexOperationResponses, RequestIndexOperationErrors, ThrowOnError> => (options.client ?? client).post<RequestIndexOperationResponses, RequestIndexOperationErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/search-index/operations',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * See how far an operation on an index is
 */
export const getIndexOperation = <ThrowOnError extends boolean = false>(options: Options<GetIndexOperationData, ThrowOnError>): RequestResult<GetIndexOperationResponses, GetIndexOperationErrors, ThrowOnError> => (options.client ?? client).get<GetIndexOperationResponses, GetIndexOperationErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/search-index/operations/{id}',
    ...options
});

/**
 * List the sources of vacancies, and how to attribute to them
 */
export const listSources = <ThrowOnError extends boolean = false>(options?: Options<ListSourcesData, ThrowOnError>): RequestResult<ListSourcesResponses, ListSourcesErrors, ThrowOnError> => (options?.client ?? client).get<ListSourcesResponses, ListSourcesErrors, ThrowOnError>({ url: '/api/v1/sources', ...options });

/**
 * See whether a source is worked on
 */
export const getSourceQueue = <ThrowOnError extends boolean = false>(options: Options<GetSourceQueueData, ThrowOnError>): RequestResult<GetSourceQueueResponses, GetSourceQueueErrors, ThrowOnError> => (options.client ?? client).get<GetSourceQueueResponses, GetSourceQueueErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/sources/{name}/queue',
    ...options
});

/**
 * Cancel all runs of a source that have not ended
 *
 * What they have stored stays. It cannot be taken back: `confirm` must be the name of the source.
 */
export const clearSource = <ThrowOnError extends boolean = false>(options: Options<ClearSourceData, ThrowOnError>): RequestResult<ClearSourceResponses, ClearSourceErrors, ThrowOnError> => (options.client ?? client).post<ClearSourceResponses, ClearSourceErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/sources/{name}/queue/clear',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Ask a source for nothing until it is resumed
 *
 * Runs under way stop within seconds, and go on from where they stand when it is resumed. New ones can be asked for, and wait. Pausing it again is no error.
 */
export const pauseSource = <ThrowOnError extends boolean = false>(options: Options<PauseSourceData, ThrowOnError>): RequestResult<PauseSourceResponses, PauseSourceErrors, ThrowOnError> => (options.client ?? client).post<PauseSourceResponses, PauseSourceErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/sources/{name}/queue/pause',
    ...options
});

/**
 * Ask a source again
 *
 * It lifts a block too, as after a captcha that somebody has solved. Windows that ended as `blocked` are to be replayed: `POST /api/v1/dead-letter-groups/replay`.
 */
export const resumeSource = <ThrowOnError extends boolean = false>(options: Options<ResumeSourceData, ThrowOnError>): RequestResult<ResumeSourceResponses, ResumeSourceErrors, ThrowOnError> => (options.client ?? client).post<ResumeSourceResponses, ResumeSourceErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/sources/{name}/queue/resume',
    ...options
});

/**
 * See what open vacancies pay, by region, employer, role, experience, currency, day or month
 */
export const readSalaryStatistics = <ThrowOnError extends boolean = false>(options: Options<ReadSalaryStatisticsData, ThrowOnError>): RequestResult<ReadSalaryStatisticsResponses, ReadSalaryStatisticsErrors, ThrowOnError> => (options.client ?? client).get<ReadSalaryStatisticsResponses, ReadSalaryStatisticsErrors, ThrowOnError>({ url: '/api/v1/statistics/salaries', ...options });

/**
 * See how many vacancies are open, by region, employer, skill, source, day or month
 */
export const readVacancyCounts = <ThrowOnError extends boolean = false>(options: Options<ReadVacancyCountsData, ThrowOnError>): RequestResult<ReadVacancyCountsResponses, ReadVacancyCountsErrors, ThrowOnError> => (options.client ?? client).get<ReadVacancyCountsResponses, ReadVacancyCountsErrors, ThrowOnError>({ url: '/api/v1/statistics/vacancies', ...options });

/**
 * List users, the newest first
 */
export const listUsers = <ThrowOnError extends boolean = false>(options?: Options<ListUsersData, ThrowOnError>): RequestResult<ListUsersResponses, ListUsersErrors, ThrowOnError> => (options?.client ?? client).get<ListUsersResponses, ListUsersErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/users',
    ...options
});

/**
 * Make an account for somebody
 *
 * They get a mail with a link to set a password.
 */
export const createUser = <ThrowOnError extends boolean = false>(options: Options<CreateUserData, ThrowOnError>): RequestResult<CreateUserResponses, CreateUserErrors, ThrowOnError> => (options.client ?? client).post<CreateUserResponses, CreateUserErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/users',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Delete a user, with all that is kept of them
 */
export const deleteUser = <ThrowOnError extends boolean = false>(options: Options<DeleteUserData, ThrowOnError>): RequestResult<DeleteUserResponses, DeleteUserErrors, ThrowOnError> => (options.client ?? client).delete<DeleteUserResponses, DeleteUserErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/users/{userId}',
    ...options
});

/**
 * Read one user
 */
export const getUser = <ThrowOnError extends boolean = false>(options: Options<GetUserData, ThrowOnError>): RequestResult<GetUserResponses, GetUserErrors, ThrowOnError> => (options.client ?? client).get<GetUserResponses, GetUserErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/users/{userId}',
    ...options
});

/**
 * Change what a user may do
 */
export const changeUser = <ThrowOnError extends boolean = false>(options: Options<ChangeUserData, ThrowOnError>): RequestResult<ChangeUserResponses, ChangeUserErrors, ThrowOnError> => (options.client ?? client).patch<ChangeUserResponses, ChangeUserErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/users/{userId}',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Log a user out everywhere
 */
export const endAllUserSessions = <ThrowOnError extends boolean = false>(options: Options<EndAllUserSessionsData, ThrowOnError>): RequestResult<EndAllUserSessionsResponses, EndAllUserSessionsErrors, ThrowOnError> => (options.client ?? client).delete<EndAllUserSessionsResponses, EndAllUserSessionsErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/users/{userId}/sessions',
    ...options
});

/**
 * On which devices is a user logged in?
 */
export const listUserSessions = <ThrowOnError extends boolean = false>(options: Options<ListUserSessionsData, ThrowOnError>): RequestResult<ListUserSessionsResponses, ListUserSessionsErrors, ThrowOnError> => (options.client ?? client).get<ListUserSessionsResponses, ListUserSessionsErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/users/{userId}/sessions',
    ...options
});

/**
 * Log a user out on one device
 */
export const endUserSession = <ThrowOnError extends boolean = false>(options: Options<EndUserSessionData, ThrowOnError>): RequestResult<EndUserSessionResponses, EndUserSessionErrors, ThrowOnError> => (options.client ?? client).delete<EndUserSessionResponses, EndUserSessionErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/users/{userId}/sessions/{sessionId}',
    ...options
});

/**
 * Create a vacancy that comes from no source
 *
 * Its `source` is `own`, and no collection touches it. Searches find it within a second or two; everything else shows it at once.
 */
export const createVacancy = <ThrowOnError extends boolean = false>(options: Options<CreateVacancyData, ThrowOnError>): RequestResult<CreateVacancyResponses, CreateVacancyErrors, ThrowOnError> => (options.client ?? client).post<CreateVacancyResponses, CreateVacancyErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/vacancies',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Export what a search finds as CSV or JSON Lines
 *
 * Up to 10,000 vacancies, sent page by page. Text and filters are those of a search; what belongs to a page of it (`limit`, `cursor`, `facets`, `highlight`, and the orders that end) is refused. If the search fails in the middle, the connection is broken off before the last chunk, and so clients see that the file is not whole.
 */
export const exportVacancies = <ThrowOnError extends boolean = false>(options: Options<ExportVacanciesData, ThrowOnError>): RequestResult<ExportVacanciesResponses, ExportVacanciesErrors, ThrowOnError> => (options.client ?? client).get<ExportVacanciesResponses, ExportVacanciesErrors, ThrowOnError>({ url: '/api/v1/vacancies/export', ...options });

/**
 * List the vacancies that are hidden, the last one first
 */
export const listHiddenVacancies = <ThrowOnError extends boolean = false>(options?: Options<ListHiddenVacanciesData, ThrowOnError>): RequestResult<ListHiddenVacanciesResponses, ListHiddenVacanciesErrors, ThrowOnError> => (options?.client ?? client).get<ListHiddenVacanciesResponses, ListHiddenVacanciesErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/vacancies/hidden',
    ...options
});

/**
 * Find vacancies by text and filters
 */
export const searchVacancies = <ThrowOnError extends boolean = false>(options?: Options<SearchVacanciesData, ThrowOnError>): RequestResult<SearchVacanciesResponses, SearchVacanciesErrors, ThrowOnError> => (options?.client ?? client).get<SearchVacanciesResponses, SearchVacanciesErrors, ThrowOnError>({ url: '/api/v1/vacancies/search', ...options });

/**
 * Complete what is being typed: titles, skills and employers of open vacancies
 */
export const suggestSearch = <ThrowOnError extends boolean = false>(options: Options<SuggestSearchData, ThrowOnError>): RequestResult<SuggestSearchResponses, SuggestSearchErrors, ThrowOnError> => (options.client ?? client).get<SuggestSearchResponses, SuggestSearchErrors, ThrowOnError>({ url: '/api/v1/vacancies/suggestions', ...options });

/**
 * Take a vacancy away for good: no collection brings it back
 *
 * Searches go by it within a second or two; everything else does at once.
 */
export const deleteVacancy = <ThrowOnError extends boolean = false>(options: Options<DeleteVacancyData, ThrowOnError>): RequestResult<DeleteVacancyResponses, DeleteVacancyErrors, ThrowOnError> => (options.client ?? client).delete<DeleteVacancyResponses, DeleteVacancyErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/vacancies/{id}',
    ...options
});

/**
 * Read one vacancy, open or closed
 */
export const getVacancy = <ThrowOnError extends boolean = false>(options: Options<GetVacancyData, ThrowOnError>): RequestResult<GetVacancyResponses, GetVacancyErrors, ThrowOnError> => (options.client ?? client).get<GetVacancyResponses, GetVacancyErrors, ThrowOnError>({ url: '/api/v1/vacancies/{id}', ...options });

/**
 * Change what a vacancy says
 *
 * Fields that were changed stay as they are, whatever their source says; it goes on to change the others. Searches go by it within a second or two; everything else does at once.
 */
export const changeVacancy = <ThrowOnError extends boolean = false>(options: Options<ChangeVacancyData, ThrowOnError>): RequestResult<ChangeVacancyResponses, ChangeVacancyErrors, ThrowOnError> => (options.client ?? client).patch<ChangeVacancyResponses, ChangeVacancyErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/vacancies/{id}',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List the fields that superusers have changed
 */
export const listEditedFields = <ThrowOnError extends boolean = false>(options: Options<ListEditedFieldsData, ThrowOnError>): RequestResult<ListEditedFieldsResponses, ListEditedFieldsErrors, ThrowOnError> => (options.client ?? client).get<ListEditedFieldsResponses, ListEditedFieldsErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/vacancies/{id}/edits',
    ...options
});

/**
 * Give a field that was changed back to its source
 *
 * It is at once what its source has told last, and follows it again; whether it is closed follows with the next collection. Repeating it is harmless.
 */
export const giveBackField = <ThrowOnError extends boolean = false>(options: Options<GiveBackFieldData, ThrowOnError>): RequestResult<GiveBackFieldResponses, GiveBackFieldErrors, ThrowOnError> => (options.client ?? client).delete<GiveBackFieldResponses, GiveBackFieldErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/vacancies/{id}/edits/{field}',
    ...options
});

/**
 * Keep a vacancy from all readers until it is shown again
 *
 * Searches go by it within a second or two; everything else does at once. Repeating it is harmless.
 */
export const hideVacancy = <ThrowOnError extends boolean = false>(options: Options<HideVacancyData, ThrowOnError>): RequestResult<HideVacancyResponses, HideVacancyErrors, ThrowOnError> => (options.client ?? client).post<HideVacancyResponses, HideVacancyErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/vacancies/{id}/hide',
    ...options
});

/**
 * See what became of a vacancy, the newest change first
 */
export const listVacancyChanges = <ThrowOnError extends boolean = false>(options: Options<ListVacancyChangesData, ThrowOnError>): RequestResult<ListVacancyChangesResponses, ListVacancyChangesErrors, ThrowOnError> => (options.client ?? client).get<ListVacancyChangesResponses, ListVacancyChangesErrors, ThrowOnError>({ url: '/api/v1/vacancies/{id}/history', ...options });

/**
 * Show a vacancy again that was hidden, as its source tells it by now
 *
 * Searches go by it within a second or two; everything else does at once. Repeating it is harmless.
 */
export const showVacancy = <ThrowOnError extends boolean = false>(options: Options<ShowVacancyData, ThrowOnError>): RequestResult<ShowVacancyResponses, ShowVacancyErrors, ThrowOnError> => (options.client ?? client).post<ShowVacancyResponses, ShowVacancyErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-access',
            type: 'apiKey'
        }],
    url: '/api/v1/vacancies/{id}/show',
    ...options
});

/**
 * Find open vacancies like one that is open or closed
 */
export const listSimilarVacancies = <ThrowOnError extends boolean = false>(options: Options<ListSimilarVacanciesData, ThrowOnError>): RequestResult<ListSimilarVacanciesResponses, ListSimilarVacanciesErrors, ThrowOnError> => (options.client ?? client).get<ListSimilarVacanciesResponses, ListSimilarVacanciesErrors, ThrowOnError>({ url: '/api/v1/vacancies/{id}/similar', ...options });
