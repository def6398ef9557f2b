import { undoable, undoAll } from './undo';

test('what was not undone in time is undone at the end, the newest first, and nothing twice', async () => {
  const undone: string[] = [];
  const [, second] = ['first', 'second', 'third'].map((name) => undoable(async () => undone.push(name)));
  await second?.();
  await undoAll();
  await undoAll();
  expect(undone).toEqual(['second', 'third', 'first']);
});
