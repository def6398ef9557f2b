import { scramVerifier } from './scram-verifier';

/** `rolpassword` of PostgreSQL 18.4 after `CREATE ROLE … PASSWORD 'correct horse'`. */
const STORED =
  'SCRAM-SHA-256$4096:W+e0Unuc62GAoRd9Rnd/wA==$bzmSf+amN0Mfu1mQ7K1V5GXN9j/fgyXQ5QUMh/sNWkc=:7IA53cj9FYeJ2zR5E4+0saI/BGHbnoL11Ue58DAGnKw=';

it('makes what PostgreSQL makes of the same password and salt', () => {
  expect(scramVerifier('correct horse', Buffer.from('W+e0Unuc62GAoRd9Rnd/wA==', 'base64'))).toBe(STORED);
});

it('makes another one every time', () => expect(scramVerifier('same')).not.toBe(scramVerifier('same')));
