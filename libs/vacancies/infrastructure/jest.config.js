module.exports = { displayName: 'vacancies-infrastructure', preset: '../../../jest.preset.js' };
