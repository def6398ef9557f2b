module.exports = { displayName: 'vacancy-worker', preset: '../../jest.preset.js' };
