module.exports = { displayName: 'simulator-shared', preset: '../../../jest.preset.js' };
