import { HmacLinkSigner } from './hmac-link-signer';

const signer = new HmacLinkSigner('k'.repeat(32));

it('knows its own signatures, of the text that was signed and no other', () => {
  const signature = signer.sign('exports/1/2');
  expect(signer.isSignatureOf('exports/1/2', signature)).toBe(true);
  expect(signer.isSignatureOf('exports/1/3', signature)).toBe(false);
  expect(signer.isSignatureOf('exports/1/2', new HmacLinkSigner('another').sign('exports/1/2'))).toBe(false);
});

it.each(['', 'short', 'ё'.repeat(43), 'x'.repeat(1000)])('takes %j for no signature', (signature) => {
  expect(signer.isSignatureOf('exports/1/2', signature)).toBe(false);
});
