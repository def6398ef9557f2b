module.exports = { displayName: 'vacancies-testing', preset: '../../../jest.preset.js' };
