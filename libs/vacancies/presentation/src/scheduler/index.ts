export { SchedulerModule, type SchedulerModuleOptions } from './scheduler.module';
