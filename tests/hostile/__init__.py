"""Files made to do harm, format by format: bounded in time and memory, a finding, no crash."""
