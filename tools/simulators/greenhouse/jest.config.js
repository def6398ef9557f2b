module.exports = { displayName: 'simulator-greenhouse', preset: '../../../jest.preset.js' };
