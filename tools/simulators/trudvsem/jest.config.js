module.exports = { displayName: 'simulator-trudvsem', preset: '../../../jest.preset.js' };
