module.exports = { displayName: 'auth-infrastructure', preset: '../../../jest.preset.js' };
