import { describeAuditTrail } from './audit-trail.suite';
import { InMemoryVacancyDatabase } from './in-memory-vacancy-database';

describeAuditTrail('InMemoryVacancyDatabase', async () => new InMemoryVacancyDatabase());
