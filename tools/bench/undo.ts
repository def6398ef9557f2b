type Undo = () => Promise<unknown>;

const pending = new Set<Undo>();

/** Remembers how to undo what was just done. Calling what it returns does so, and forgets it. */
export function undoable(undo: Undo): () => Promise<void> {
  const now = async () => {
    if (pending.delete(now)) await undo();
  };
  pending.add(now);
  return now;
}

/** Undoes what is left, the newest first: for the end of the program, whatever brought it about. */
export async function undoAll(): Promise<void> {
  for (const undo of [...pending].reverse()) await undo();
}
