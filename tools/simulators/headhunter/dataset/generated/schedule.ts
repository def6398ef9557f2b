import { Draw, Weighted, type Dice, type RoleProfile } from '@job-scope/simulator-shared';

const EMPLOYMENTS = Weighted.of({ full: 900, part: 55, project: 25, probation: 17, volunteer: 3 });
const EMPLOYMENT_FORM: Record<string, string> = {
  full: 'FULL',
  part: 'PART',
  project: 'PROJECT',
  probation: 'FULL',
  volunteer: 'PART',
};
const FIELD_ROLES = new Set(['21', '58', '6']);

/** The conditions of work, as ids of their dictionaries. */
export interface Conditions {
  schedule: string;
  employment: string;
  employmentForm: string;
  workFormat: string;
  workingHours: string;
  workScheduleByDays: string;
  nightShifts: boolean;
  /** PART_TIME_OPTIONS by bit, without those that follow from the employment. */
  partTime: number;
  rotation: boolean;
}

export function inventConditions(dice: Dice, profile: RoleProfile): Conditions {
  const employment = EMPLOYMENTS.at(dice.unit(Draw.Employment));
  const schedule = scheduleOf(dice, profile);
  const rotation = schedule === 'flyInFlyOut';
  return {
    schedule,
    employment,
    employmentForm: rotation ? 'FLY_IN_FLY_OUT' : (EMPLOYMENT_FORM[employment] as string),
    workFormat: workFormatOf(dice, profile, schedule),
    workingHours: workingHoursOf(employment, schedule),
    workScheduleByDays: daysOf(schedule),
    nightShifts: schedule === 'shift' && dice.chance(Draw.NightShifts, 0.4),
    partTime: partTimeOf(dice),
    rotation,
  };
}

function scheduleOf(dice: Dice, profile: RoleProfile): string {
  const unit = dice.unit(Draw.Schedule);
  const rotation = profile.remote + (profile.rotation ?? 0);
  if (unit < profile.remote) return 'remote';
  if (unit < rotation) return 'flyInFlyOut';
  const rest = (unit - rotation) / (1 - rotation);
  if (profile.pay && rest < 0.5) return 'shift';
  return rest > 0.92 ? 'flexible' : 'fullDay';
}

function workFormatOf(dice: Dice, profile: RoleProfile, schedule: string): string {
  if (schedule === 'remote') return 'REMOTE';
  if (FIELD_ROLES.has(profile.role)) return 'FIELD_WORK';
  return profile.remote > 0.1 && dice.chance(Draw.WorkFormat, 0.25) ? 'HYBRID' : 'ON_SITE';
}

function workingHoursOf(employment: string, schedule: string): string {
  if (employment === 'part' || employment === 'volunteer') return 'HOURS_4';
  if (schedule === 'shift' || schedule === 'flyInFlyOut') return 'HOURS_12';
  return schedule === 'flexible' ? 'FLEXIBLE' : 'HOURS_8';
}

function daysOf(schedule: string): string {
  const days: Record<string, string> = { shift: 'TWO_ON_TWO_OFF', flexible: 'FLEXIBLE', flyInFlyOut: 'SIX_ON_ONE_OFF' };
  return days[schedule] ?? 'FIVE_ON_TWO_OFF';
}

function partTimeOf(dice: Dice): number {
  const unit = dice.unit(Draw.PartTime);
  if (unit < 0.02) return 0b0001;
  if (unit < 0.05) return 0b0110;
  if (unit < 0.08) return 0b0100;
  return unit < 0.16 ? 0b1000 : 0;
}
