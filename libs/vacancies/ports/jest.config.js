module.exports = { displayName: 'vacancies-ports', preset: '../../../jest.preset.js' };
