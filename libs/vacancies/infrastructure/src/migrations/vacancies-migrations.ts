import { CreateSearchDocuments1763900000000 } from './1763900000000-create-search-documents';
import { CreateVacancies1763900001000 } from './1763900001000-create-vacancies';
import { CreateCollections1763900002000 } from './1763900002000-create-collections';
import { CreateOutbox1763900003000 } from './1763900003000-create-outbox';
import { ConfigureSearchText1763900100000 } from './1763900100000-configure-search-text';
import { SplitWindows1764000001000 } from './1764000001000-split-windows';
import { CreateAuditTrail1764000002000 } from './1764000002000-create-audit-trail';
import { EnrichVacancies1764000010000 } from './1764000010000-enrich-vacancies';
import { CreateCurrencyRates1764000011000 } from './1764000011000-create-currency-rates';
import { RecordVacancyChanges1764000012000 } from './1764000012000-record-vacancy-changes';
import { LetRunsBeCancelled1764000020000 } from './1764000020000-let-runs-be-cancelled';
import { ExtendSchedules1764000030000 } from './1764000030000-extend-schedules';
import { CreateSourceTokens1764000040000 } from './1764000040000-create-source-tokens';
import { SweepAndInquire1764000050000 } from './1764000050000-sweep-and-inquire';
import { CountThrottledRequests1764000050001 } from './1764000050001-count-throttled-requests';
import { LetOlderServicesRequestRuns1764000050002 } from './1764000050002-let-older-services-request-runs';
import { CreateAreas1764000051000 } from './1764000051000-create-areas';
import { CreateDuplicateGroups1764000051100 } from './1764000051100-create-duplicate-groups';
import { LetWorkersRefresh1764000051200 } from './1764000051200-let-workers-refresh';
import { CreateDeadLetters1764000052000 } from './1764000052000-create-dead-letters';
import { LetOperatorsRequestRuns1764000052100 } from './1764000052100-let-operators-request-runs';
import { ExtendSearchDocuments1764000053000 } from './1764000053000-extend-search-documents';
import { IndexOffers1764000053100 } from './1764000053100-index-offers';
import { FindTopCounts1764000053200 } from './1764000053200-find-top-counts';
import { ForgetTruncatedCounts1764000053300 } from './1764000053300-forget-truncated-counts';
import { CreateIndexOperations1764000054000 } from './1764000054000-create-index-operations';
import { LetSearchesReadRates1764000054500 } from './1764000054500-let-searches-read-rates';
import { CreateSavedSearches1764000055000 } from './1764000055000-create-saved-searches';
import { CreateExports1764000056000 } from './1764000056000-create-exports';
import { WithholdVacancies1764000056100 } from './1764000056100-withhold-vacancies';
import { EditVacancies1764000056200 } from './1764000056200-edit-vacancies';
import { IndexVisibleDuplicates1764000056300 } from './1764000056300-index-visible-duplicates';
import { LetGatewayEndStrandedOperations1764000056900 } from './1764000056900-let-gateway-end-stranded-operations';
import { CreateOwnVacancies1764000057000 } from './1764000057000-create-own-vacancies';
import { EditMoreOfVacancies1764000057100 } from './1764000057100-edit-more-of-vacancies';
import { ListHiddenVacancies1764000057200 } from './1764000057200-list-hidden-vacancies';
import { RememberWhatWasTold1764000057300 } from './1764000057300-remember-what-was-told';
import { GroupByWhatIsNotEdited1764000057400 } from './1764000057400-group-by-what-is-not-edited';
import { ForgetOldFires1764000057500 } from './1764000057500-forget-old-fires';
import { FindOpenWork1764000057600 } from './1764000057600-find-open-work';
import { TakeExportsInTurn1764000058000 } from './1764000058000-take-exports-in-turn';
import { IndexClosedVacancies1764000058500 } from './1764000058500-index-closed-vacancies';
import { RememberShownVacancies1764000059000 } from './1764000059000-remember-shown-vacancies';
import { KeepRejectedItems1764000059100 } from './1764000059100-keep-rejected-items';
import { CountVainInquiries1764000059500 } from './1764000059500-count-vain-inquiries';
import { CapRequests1764000059600 } from './1764000059600-cap-requests';
import { PauseSources1764000060000 } from './1764000060000-pause-sources';
import { ForgetRunHistory1764000060100 } from './1764000060100-forget-run-history';

/** The context's schema and its migrations, in order. The migrator makes the schema and the roles before it runs them. */
export const vacanciesMigrations = {
  schema: 'vacancies',
  migrations: [
    CreateSearchDocuments1763900000000,
    CreateVacancies1763900001000,
    CreateCollections1763900002000,
    CreateOutbox1763900003000,
    ConfigureSearchText1763900100000,
    SplitWindows1764000001000,
    CreateAuditTrail1764000002000,
    EnrichVacancies1764000010000,
    CreateCurrencyRates1764000011000,
    RecordVacancyChanges1764000012000,
    LetRunsBeCancelled1764000020000,
    ExtendSchedules1764000030000,
    CreateSourceTokens1764000040000,
    SweepAndInquire1764000050000,
    CountThrottledRequests1764000050001,
    LetOlderServicesRequestRuns1764000050002,
    CreateAreas1764000051000,
    CreateDuplicateGroups1764000051100,
    LetWorkersRefresh1764000051200,
    CreateDeadLetters1764000052000,
    LetOperatorsRequestRuns1764000052100,
    ExtendSearchDocuments1764000053000,
    IndexOffers1764000053100,
    FindTopCounts1764000053200,
    ForgetTruncatedCounts1764000053300,
    CreateIndexOperations1764000054000,
    LetSearchesReadRates1764000054500,
    CreateSavedSearches1764000055000,
    CreateExports1764000056000,
    WithholdVacancies1764000056100,
    EditVacancies1764000056200,
    IndexVisibleDuplicates1764000056300,
    LetGatewayEndStrandedOperations1764000056900,
    CreateOwnVacancies1764000057000,
    EditMoreOfVacancies1764000057100,
    ListHiddenVacancies1764000057200,
    RememberWhatWasTold1764000057300,
    GroupByWhatIsNotEdited1764000057400,
    ForgetOldFires1764000057500,
    FindOpenWork1764000057600,
    TakeExportsInTurn1764000058000,
    IndexClosedVacancies1764000058500,
    RememberShownVacancies1764000059000,
    KeepRejectedItems1764000059100,
    CountVainInquiries1764000059500,
    CapRequests1764000059600,
    PauseSources1764000060000,
    ForgetRunHistory1764000060100,
  ],
};
