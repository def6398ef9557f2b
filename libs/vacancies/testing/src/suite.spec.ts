import { describeSuite } from './suite';

const cases = [
  { title: 'does what is asked', check: async () => {} },
  { title: 'has an ear for music', check: async () => Promise.reject(new Error('no engine has')) },
];
const open = async () => ({});

// Would be red if the gap were none: jest turns a test around that is registered as failing.
describeSuite('an implementation with a gap that it admits', cases, open, new Set(['has an ear for music']));

it('refuses a gap that is no case of the suite, so that none outlives what it was for', () => {
  const register = () => describeSuite('an implementation', cases, open, new Set(['reads minds']));
  expect(register).toThrow('«reads minds»');
});
