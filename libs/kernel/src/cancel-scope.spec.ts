import { CancelScope } from './cancel-scope';

describe('CancelScope', () => {
  it('is raised with its parent, once', () => {
    const parent = new AbortController();
    const scope = new CancelScope(parent.signal);
    const heard = jest.fn();
    scope.addEventListener('abort', heard);

    parent.abort();
    scope.cancel();

    expect(scope.aborted).toBe(true);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('is raised alone, without its parent', () => {
    const parent = new AbortController();
    const scope = new CancelScope(parent.signal);

    scope.cancel();

    expect(scope.aborted).toBe(true);
    expect(parent.signal.aborted).toBe(false);
  });

  it('is born raised under a raised parent', () => {
    expect(new CancelScope(AbortSignal.abort()).aborted).toBe(true);
  });

  it('lets go of the parent and of its listeners', () => {
    const parent = new CancelScope(new AbortController().signal);
    const release = jest.spyOn(parent, 'removeEventListener');
    const scope = new CancelScope(parent);
    const heard = jest.fn();
    scope.addEventListener('abort', heard);
    scope.removeEventListener('abort', heard);

    scope.cancel();

    expect(release).toHaveBeenCalledTimes(1);
    expect(heard).not.toHaveBeenCalled();
  });
});
