module.exports = { displayName: 'test', preset: '../../jest.preset.js' };
