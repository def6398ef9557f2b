import type { SendMailOptions } from 'nodemailer';
import { MailRefusedError, type Mail } from './mail';

const ID = /^[\w-]+$/;
/** Nothing that means something in a header (RFC 5322 §3.2.3) or that ends one; letters of any language. */
const ADDRESS = /^[^\s\p{C}()<>[\]:;@\\,"]+@[\p{L}\p{M}\p{N}_.-]+$/u;
const LINE_BREAK = /[\p{Cc}\p{Zl}\p{Zp}]/u;
const SENDER_DOMAIN = /@([\w.-]+)>?\s*$/;

/** The mail in the words of nodemailer; nothing in it can add a header or a recipient. */
export const composeMail = ({ id, to, subject, text, html, unsubscribeUrl }: Mail, from: string): SendMailOptions => {
  if (!ID.test(id)) throw new Error('the id of a mail is made of letters, digits, - and _');
  if (!ADDRESS.test(to)) throw new MailRefusedError('what the mail is for is not a mail address');
  if (LINE_BREAK.test(subject)) throw new MailRefusedError('the subject of a mail is one line');
  return {
    from,
    to: { name: '', address: to },
    subject,
    text,
    html,
    messageId: `<${id}@${domainOf(from)}>`,
    // RFC 3834: no machine shall answer.
    headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribing(unsubscribeUrl) },
    // Content is what we say, never a file or a page that it names.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
};

/** RFC 2369 and RFC 8058; what is no address could add a header. */
const unsubscribing = (url: string | undefined): Readonly<Record<string, string>> =>
  url === undefined
    ? {}
    : {
        'List-Unsubscribe': `<${new URL(url).href}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      };

const domainOf = (from: string): string => {
  const domain = SENDER_DOMAIN.exec(from)?.[1];
  if (!domain) throw new Error('the sender of mail must be an address, as in: Name <name@domain>');
  return domain;
};
