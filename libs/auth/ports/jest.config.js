module.exports = { displayName: 'auth-ports', preset: '../../../jest.preset.js' };
