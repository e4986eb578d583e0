package gongkai.deploy.faults;

import gongkai.deploy.local.Person;
import gongkai.deploy.local.Service;

/**
 * One thing that somebody wants done, however often they must ask for it.
 *
 * @param by whose wish it is
 * @param id unlike any other's; it is written into what is asked for, so that it is found again wherever it has come to
 * @param body as it is sent each time, or null
 * @param ifMatch the revision that it rests on, or null
 */
record Action(Person by, String id, Kind kind, String method, String path, String body, String ifMatch) {

    enum Kind {
        REPORT(Service.SUBMISSION),
        WITHDRAW(Service.SUBMISSION),
        RETURN(Service.SUBMISSION),
        APPROVE(Service.PUBLICATION),
        PUBLISH(Service.PUBLICATION);

        private final Service service;

        Kind(Service service) {
            this.service = service;
        }

        Service service() {
            return service;
        }
    }
}
