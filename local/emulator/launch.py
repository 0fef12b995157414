"""Starts ministack with what it gets wrong put right in memory: no file of the package is changed."""

from fixes import autosave, cloudwatch_alarms, egress_rule_tags, event_source_mappings, flow_logs, instances, vpc_endpoints
from ministack.app import main

FIXES = (autosave, cloudwatch_alarms, egress_rule_tags, event_source_mappings, flow_logs, instances, vpc_endpoints)

if __name__ == "__main__":
    for fix in FIXES:
        fix.apply()
    main()
