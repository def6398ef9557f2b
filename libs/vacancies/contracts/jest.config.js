module.exports = { displayName: 'vacancies-contracts', preset: '../../../jest.preset.js' };
