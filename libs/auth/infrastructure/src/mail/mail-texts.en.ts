import type { MailTexts } from './mail-texts';

export const ENGLISH: MailTexts = {
  greeting: (name) => (name ? `Hello, ${name}!` : 'Hello!'),
  linkIsGood: (time) => `The link works once, and for ${time}.`,
  mails: {
    'confirm-email': {
      subject: 'Confirm your address for Job Scope',
      about:
        'Somebody, most likely you, has made an account at Job Scope with this address. To start using it, follow the link and enter the password that you have chosen.',
      action: 'Confirm the address',
      otherwise: 'If it was not you, just leave the link alone: without it the account does not work.',
    },
    'already-registered': {
      subject: 'You already have an account at Job Scope',
      about:
        'Somebody, perhaps you, has asked Job Scope for an account with this address. It belongs to an account already, so nothing has changed. If it was you, log in as usual; if you do not remember the password, the page for logging in helps you to a new one.',
      otherwise: 'If it was not you, you need not do anything: nobody has got into your account.',
    },
    'reset-password': {
      subject: 'A new password for Job Scope',
      about:
        'Somebody, most likely you, has asked for a new password for your account at Job Scope. Follow the link to set one. You will then be logged out on all devices.',
      action: 'Set a new password',
      otherwise: 'If it was not you, just leave the link alone: your password stays as it is.',
    },
    'set-password': {
      subject: 'Your account at Job Scope',
      about:
        'An administrator has made an account at Job Scope for you. Follow the link to choose a password, then log in with this address. Should the link have expired, ask for a new password on the page for logging in.',
      action: 'Choose a password',
      otherwise:
        'If you do not know what this is about, just leave the link alone: without it nobody can use the account.',
    },
    'confirm-new-email': {
      subject: 'Confirm your new address for Job Scope',
      about:
        'Somebody, most likely you, wants to use this address for an account at Job Scope. To confirm it, follow the link and enter the password of the account.',
      action: 'Confirm the address',
      otherwise: 'If it was not you, just leave the link alone: without it nothing changes.',
    },
    'email-changed': {
      subject: 'The address of your account at Job Scope has changed',
      about: 'Your account at Job Scope now has another e-mail address. This is the last mail to this one.',
      otherwise:
        'If it was not you, somebody else knows your password and may be using your account. Please tell the administrators of the site at once.',
    },
    'password-changed': {
      subject: 'The password of your account at Job Scope has changed',
      about: 'The password of your account at Job Scope has just been changed, and your other sessions have ended.',
      otherwise:
        'If it was not you, set a new one at once: choose “Forgotten the password?” on the page for logging in. Please tell the administrators of the site, too.',
    },
  },
};
