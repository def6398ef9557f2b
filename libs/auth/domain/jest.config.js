module.exports = { displayName: 'auth-domain', preset: '../../../jest.preset.js' };
