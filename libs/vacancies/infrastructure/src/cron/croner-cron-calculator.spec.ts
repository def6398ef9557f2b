import { describeCronCalculator } from '@job-scope/vacancies-testing';
import { CronerCronCalculator } from './croner-cron-calculator';

describeCronCalculator('CronerCronCalculator', async () => ({ cron: new CronerCronCalculator() }));
