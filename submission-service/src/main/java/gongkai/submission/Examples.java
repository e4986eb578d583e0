package gongkai.submission;

/** What the documentation of the interface shows, so that a first call can be copied from it. */
final class Examples {

    /** A cut of form xxgk-2014: whole, it would hide the shape in its length. */
    static final String SUBMISSION = """
            {
              "state": "submitted",
              "values": {"1.1": 12, "1.2.2": 12, "9.2": 0, "9.3": 4},
              "notApplicable": ["8.4"],
              "explanations": {"F5": "由区政府办统一组织培训"},
              "remarks": "微信内容均为网站转载",
              "submittedBy": "李文"
            }
            """;

    static final String STORED = """
            {
              "collection": "xingqing-justice-2018",
              "unit": "legal-aid-centre",
              "revision": 1,
              "state": "submitted",
              "values": {"1.1": 12, "1.2.2": 12, "3.1": 0, "9.2": 0, "9.3": 4},
              "derived": ["3.1"],
              "notApplicable": ["8.4"],
              "explanations": {"F5": "由区政府办统一组织培训"},
              "remarks": "微信内容均为网站转载",
              "submittedBy": "李文",
              "source": "api",
              "submittedAt": "2019-01-08T01:30:00Z",
              "late": false,
              "findings": []
            }
            """;

    private Examples() {}
}
