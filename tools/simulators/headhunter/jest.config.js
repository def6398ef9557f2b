module.exports = { displayName: 'simulator-headhunter', preset: '../../../jest.preset.js' };
