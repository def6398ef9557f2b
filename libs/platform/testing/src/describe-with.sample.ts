import { describeWith } from './describe-with';

describeWith('redis', () => {
  test('would speak to Redis', () => {});
});
