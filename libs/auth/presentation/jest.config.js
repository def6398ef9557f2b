module.exports = { displayName: 'auth-presentation', preset: '../../../jest.preset.js' };
