module.exports = { displayName: 'auth-testing', preset: '../../../jest.preset.js' };
