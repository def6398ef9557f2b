module.exports = { displayName: 'auth-application', preset: '../../../jest.preset.js' };
