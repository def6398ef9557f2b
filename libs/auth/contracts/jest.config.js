module.exports = { displayName: 'auth-contracts', preset: '../../../jest.preset.js' };
