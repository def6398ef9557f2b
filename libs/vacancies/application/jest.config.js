module.exports = { displayName: 'vacancies-application', preset: '../../../jest.preset.js' };
